import { expect, test } from 'vitest';
import { alike, type Facts } from './alike.ts';
import { groupsOf } from './groups.ts';

const sent = (id: string, group: string, email = ''): Facts => ({
	id,
	reference: id,
	group,
	email,
	telephone: ''
});
const members = (all: Facts[]) =>
	groupsOf(alike(all)).map((group) => group.members.map(({ id }) => id).toSorted());

test('fifteen of one name are one group', () => {
	const all = Array.from({ length: 15 }, (_, index) => sent(String(index).padStart(2, '0'), 'Damp Watch'));
	const groups = groupsOf(alike(all));
	expect(groups).toHaveLength(1);
	expect([groups[0]!.members.length, groups[0]!.pairs.length]).toEqual([15, 105]);
	expect(groups[0]!.because).toEqual(['name']);
});

test('what is alike through another one belongs together, and the largest group comes first', () => {
	const all = [
		sent('a', 'Bus Riders', 'x@example.org'),
		sent('b', 'Bus Riders'),
		sent('c', 'Allotments', 'x@example.org'),
		sent('d', 'Clean Air'),
		sent('e', 'Clean Air'),
		sent('f', 'Nobody else')
	];
	expect(members(all)).toEqual([
		['a', 'b', 'c'],
		['d', 'e']
	]);
});

test('a chain of four hundred is one group', () => {
	const chain = Array.from({ length: 400 }, (_, n) => [
		sent(`a${n}`, '', `${n}@example.org`),
		sent(`b${n}`, '', `${n}@example.org`)
	]).flat();
	const linked = chain.map((facts, n) => ({
		...facts,
		telephone: `0113496${String((n + 1) >> 1).padStart(4, '0')}`
	}));
	expect(members(linked)).toHaveLength(1);
});

test('nothing alike is no group', () => {
	expect(members([sent('a', 'One thing'), sent('b', 'Another')])).toEqual([]);
});
