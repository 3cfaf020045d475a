import * as m from '#words';
import type { DuplicatesView } from './server/duplicates.ts';

const shown = 4;

/** "Damp Watch and others": what most of them are called. */
export function groupName(members: readonly { group: string }[]): string {
	const counts = Map.groupBy(members, ({ group }) => group);
	const [first] = [...counts.values()].toSorted((a, b) => b.length - a.length);
	const name = first![0]!.group;
	return counts.size > 1 ? m.alike_names({ name }) : name;
}

export function referencesOf(members: readonly { reference: string }[]): string {
	const some = members.slice(0, shown).map(({ reference }) => reference);
	return members.length > shown ? `${some.join(' · ')} …` : some.join(' · ');
}

const decisions: Record<DuplicatesView['decisions'][number]['how'], (said: { count: number }) => string> = {
	merged: m.alike_did_merge,
	related: m.alike_did_relate,
	different: m.alike_did_part
};

export function decisionWords({
	how,
	count
}: Pick<DuplicatesView['decisions'][number], 'how' | 'count'>): string {
	return decisions[how]({ count });
}
