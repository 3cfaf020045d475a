import { expect, test } from 'vitest';
import { ourActivities } from './activities/index.ts';
import { fits } from './find.ts';

const everything = { q: '', box: null, kind: null, minutes: null, people: null };
const found = (looked: Partial<Parameters<typeof fits>[1]>) =>
	ourActivities.filter((one) => fits(one, { ...everything, ...looked })).map(({ slug }) => slug);

test('whoever looks for nothing in particular finds all', () => {
	expect(found({})).toHaveLength(ourActivities.length);
});

test.each([
	['by a box', { box: 'money' }, 'build-a-coalition', 'look-back'],
	['by what it helps with', { kind: 'look' }, 'look-through-feminism', 'make-placards'],
	[
		'by time: what can be done in so many minutes',
		{ minutes: 35 },
		'how-we-feel-about-data',
		'follow-the-data'
	],
	['by how many come', { people: 40 }, 'make-placards', 'map-the-power'],
	['by how few come', { people: 2 }, 'keep-archive-let-go', 'who-we-are'],
	['by words, in any case and order', { q: 'TAPE arrow' }, 'map-the-power', 'look-back']
] as const)('%s', (_, looked, there, notThere) => {
	expect(found(looked)).toContain(there);
	expect(found(looked)).not.toContain(notThere);
});

test('the edges count: exactly as long and exactly as many fit', () => {
	const { minutes, group, slug } = ourActivities.find((one) => one.slug === 'map-the-power')!;
	expect(found({ minutes: minutes.from, people: group.to })).toContain(slug);
	expect(found({ minutes: minutes.from - 1 })).not.toContain(slug);
	expect(found({ people: group.to + 1 })).not.toContain(slug);
	expect(found({ people: group.from - 1 })).not.toContain(slug);
});
