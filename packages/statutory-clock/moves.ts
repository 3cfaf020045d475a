import { clockBy, type Clock } from './clock.ts';
import type { Facts } from './facts.ts';
import type { HolidayTable } from './uk-holidays.ts';

export type Move = { readonly before: Clock; readonly after: Clock };

/** Which open cases a new table of holidays moves: a bank holiday proclaimed while they run, say. Their people are told. */
export function movesBetween(cases: readonly Facts[], before: HolidayTable, after: HolidayTable): Move[] {
	const [then, now] = [clockBy(before), clockBy(after)];
	return cases
		.map((facts) => ({ before: then(facts), after: now(facts) }))
		.filter((move) => dates(move.before) !== dates(move.after));
}

function dates({ due, latestArguable, noticeDue, escalate }: Clock): string {
	return [due, latestArguable, noticeDue, escalate].join(' ');
}
