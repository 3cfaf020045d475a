import type { Ballots } from './ballots.ts';

/** In the conversation enough to be put into a group (spec 2.2): seven votes, or the most of all while few have that. */
export function inConversation({ people, statements, starts }: Ballots): Int32Array {
	const votes = (person: number) => starts[person + 1]! - starts[person]!;
	const enough = Math.min(7, statements.length);
	const everybody = Int32Array.from(people.keys());
	const those = everybody.filter((person) => votes(person) >= enough);
	if (those.length >= 15) return those;
	return everybody
		.sort((a, b) => votes(b) - votes(a))
		.slice(0, Math.max(15, those.length))
		.sort();
}
