import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CallContent, emptyContent } from '../call.schema.ts';
import { inForceAtOpening } from './opening.ts';
import { optionOf, termsOf } from './terms.ts';

const content = (more: object) => v.parse(CallContent, { name: 'Spring', ...more });

test('a call that was kept before there were terms has the usual ones', () => {
	const { terms: _, ...before } = emptyContent('Spring');
	expect(termsOf(before)).toEqual(termsOf(emptyContent('Spring')));
	expect(termsOf(before)).toMatchObject({
		criteria: [],
		namesFrom: 'discussion',
		readers: 3,
		parts: { difference: 40, match: 35, score: 25 },
		lots: { areDrawn: false },
		leastScore: null
	});
});

test('a criterion that was kept without what its scores mean is read', () => {
	const { selection, ...rest } = content({ selection: { criteria: [{ name: 'Reach' }] } });
	const kept = { ...selection, criteria: [{ name: 'Reach', about: '', weight: null }] };
	expect(termsOf({ ...rest, selection: kept as never }).criteria).toEqual([
		{ key: 'reach', name: 'Reach', about: '', weight: 1, isSummed: true, anchors: [] }
	]);
});

test('anchors are read from their lines, the lowest first', () => {
	const { criteria } = termsOf(
		content({
			selection: { criteria: [{ name: 'Reach', use: 'shown', anchors: '10: All of them.\n1 - Nobody.' }] }
		})
	);
	expect(criteria).toMatchObject([
		{ isSummed: false, anchors: [{ score: 1, says: 'Nobody.' }, { score: 10, says: 'All of them.' }] }
	]); // prettier-ignore
	for (const line of ['Nobody.', '0: Nobody.', '11: All.', '5:'])
		expect(v.safeParse(CallContent, { name: 'a', selection: { criteria: [{ name: 'b', anchors: line }] } }).success, line).toBe(false); // prettier-ignore
});

test('names stay visible only where the host says so', () => {
	expect(termsOf(content({})).namesFrom).toBe('discussion');
	expect(termsOf(content({ terms: { names: 'never-hidden' } })).namesFrom).toBeNull();
});

test('what one writes of an option is read letter by letter', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z-]{1,20}$/), fc.string(), (question, option) => {
			expect(optionOf(`${question}=${option}`)).toEqual({ question, option });
		})
	);
});

test('whatever a host says, the terms are whole: keys apart, weights that count, three parts', () => {
	const criterion = fc.record({
		name: fc.string({ minLength: 1, maxLength: 30 }),
		weight: fc.option(fc.integer({ min: 0, max: 100 }))
	});
	const part = fc.option(fc.integer({ min: 0, max: 100 }));
	fc.assert(
		fc.property(
			fc.array(criterion, { maxLength: 20 }),
			fc.record({ difference: part, match: part, score: part }),
			(criteria, parts) => {
				const terms = termsOf(content({ selection: { criteria }, terms: { parts } }));
				expect(new Set(terms.criteria.map(({ key }) => key)).size).toBe(terms.criteria.length);
				for (const { weight } of terms.criteria) expect(weight).toBeGreaterThanOrEqual(0);
				const said = Object.values(parts).every((one) => one !== null);
				expect(terms.parts).toEqual(said ? parts : { difference: 40, match: 35, score: 25 });
			}
		)
	);
});

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

test('the terms are those that were in force when it opened', () => {
	const versions = [
		{ number: 1, publishedAt: at(1), opensAt: at(10) },
		{ number: 2, publishedAt: at(5), opensAt: at(12) },
		{ number: 3, publishedAt: at(11), opensAt: at(12) },
		{ number: 4, publishedAt: at(15), opensAt: at(20) }
	];
	const found = (day: number) => inForceAtOpening(versions, at(day))?.number;
	expect(found(11)).toBeUndefined();
	expect(found(12)).toBe(3);
	expect(found(30)).toBe(3);
});

test('one that is published after the time it says opens at that moment', () => {
	expect(inForceAtOpening([{ publishedAt: at(5), opensAt: at(1) }], at(5))).toBeDefined();
	expect(inForceAtOpening([{ publishedAt: at(5), opensAt: at(1) }], at(4))).toBeUndefined();
});
