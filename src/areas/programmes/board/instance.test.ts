import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { shareOfTen, type Review } from '#packages/selection';
import { CallContent } from '../call.schema.ts';
import { termsOf } from '../terms/terms.ts';
import { Changes, isAsPublished, noChanges } from './board.schema.ts';
import { stateOf, verdictOf } from './board.ts';
import { factsOf } from './facts.ts';
import { instanceOf, marksOf, rulesOf, type Candidate } from './instance.ts';

const terms = termsOf(
	v.parse(CallContent, {
		name: 'Spring',
		terms: {
			parts: { difference: 50, match: 25, score: 25 },
			attributes: [{ question: 'kind', weight: 3 }, { question: 'region', weight: 1 }],
			leastScore: 4,
			quotas: [{ of: 'region=wales', min: 1 }, { of: 'background=roma', min: 1, why: 'Seldom asked.', isPersonal: 'yes' }],
			notAlone: [{ of: 'stage=idea' }]
		}
	})
); // prettier-ignore
const changes = (said: v.InferInput<typeof Changes>) => v.parse(Changes, said);
const ash: Candidate = {
	id: 'ash',
	answers: { kind: ['access'], region: ['wales'], stage: ['idea'], background: ['roma', 'other'], teach: ['law', 'media'], learn: ['media', 'money'] }
}; // prettier-ignore
const birch: Candidate = { id: 'birch', answers: { kind: ['access'] } };
const reviews: Review[] = ['r1', 'r2'].map((reviewer, at) => ({
	application: 'ash',
	reviewer,
	score: 6 + at
}));

test('what the call published becomes the problem, and how people describe themselves enters rules alone', () => {
	const { call, applicants, basis, unread } = instanceOf(terms, 2, [ash, birch], reviews, noChanges)!;
	expect(call).toMatchObject({
		size: 2,
		attributes: { kind: 3, region: 1 },
		weights: { difference: 0.5, match: 0.25, score: 0.25 },
		leastScore: shareOfTen(4),
		quotas: [
			{ attribute: 'region=wales', value: 'yes', min: 1, max: 2 },
			{ attribute: 'groups', value: 'background=roma', min: 1, max: 2 }
		],
		notAlone: [['stage=idea', 'yes']]
	});
	expect(applicants).toMatchObject([
		{
			attributes: { kind: 'access', region: 'wales', 'region=wales': 'yes', 'stage=idea': 'yes' },
			groups: ['background=roma'],
			offers: ['law', 'media'],
			needs: ['money'],
			score: shareOfTen(6.5),
			isEligible: true
		},
		{ id: 'birch', attributes: { kind: 'access', region: '' }, groups: [], isEligible: false }
	]);
	expect(Object.keys(applicants[0]!.attributes)).not.toContain('background=roma');
	expect([basis, unread]).toEqual(['plain', ['birch']]);
});

test('without a number of places there is no problem; a what-if may say one', () => {
	expect(instanceOf(terms, null, [ash], reviews, noChanges)).toBeUndefined();
	expect(instanceOf(terms, null, [ash], reviews, changes({ size: '2' }))?.call.size).toBe(2);
});

test('a what-if locks in, rules out, adds a rule and changes weights, and the rules can be told apart', () => {
	const said = changes({
		in: ['5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f11'],
		out: '5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f12',
		rules: [{ of: 'kind=access', max: '1' }],
		weights: { difference: '1', match: '1', score: '2' }
	});
	const { call } = instanceOf(terms, 2, [ash], reviews, said)!;
	expect(call).toMatchObject({
		lockedIn: ['5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f11'],
		ruledOut: ['5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f12'],
		weights: { difference: 0.25, match: 0.25, score: 0.5 }
	});
	expect(call.quotas).toContainEqual({ attribute: 'kind=access', value: 'yes', min: 0, max: 1 });
	expect([...rulesOf(terms, said, 2).keys()]).toEqual([
		'least score',
		'quota region=wales=yes',
		'quota groups=background=roma',
		'quota kind=access=yes',
		'not alone stage=idea=yes',
		'in 5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f11',
		'out 5f0c1c56-3a52-4b0e-8a5e-6d1f5a0f2f12'
	]);
	expect(rulesOf(terms, said, 2).get('quota groups=background=roma')).toMatchObject({
		isPersonal: true,
		why: 'Seldom asked.'
	});
	expect([isAsPublished(said), isAsPublished(noChanges)]).toEqual([false, true]);
});

test('scores are made comparable where they can be; else the plain mean is taken, and an error from how far readers are apart', () => {
	const strict = ['a', 'b', 'c', 'd'].flatMap((application, at) => [
		{ application, reviewer: 'kind', score: 6 + at },
		{ application, reviewer: 'strict', score: 3 + at + (at % 2) }
	]);
	expect(marksOf(strict).basis).toBe('calibrated');
	expect(marksOf([...strict, { application: 'e', reviewer: 'strict', score: 5 }]).of.get('e')!.score).toBeGreaterThan(shareOfTen(5)); // prettier-ignore
	const plain = marksOf(reviews);
	expect([plain.basis, plain.of.get('ash')]).toEqual(['plain', { score: shareOfTen(6.5), error: 0.5 / 9 }]);
	expect(marksOf([]).basis).toBe('none');
});

test('in whatever order people came, the problem is of the same people', () => {
	const many = Array.from({ length: 8 }, (_, at): Candidate => ({ id: `a${at}`, answers: { kind: [`k${at % 3}`] } }));
	const scores = many.map(({ id }, at) => ({ application: id, reviewer: 'r', score: 1 + at }));
	const of = (list: readonly Candidate[]) =>
		instanceOf(terms, 2, list, scores, noChanges)!.applicants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	fc.assert(
		fc.property(fc.shuffledSubarray(many, { minLength: 8 }), (list) => {
			expect(of(list)).toEqual(of(many));
		})
	);
}); // prettier-ignore

test('what one alone brings is said of them, and what nobody teaches of the room', () => {
	const member = (id: string, kind: string, offers: string[], needs: string[]) => ({
		id, attributes: { kind }, groups: [], offers, needs, score: 1, scoreError: 0, isEligible: true
	}); // prettier-ignore
	const { untaught, members } = factsOf(
		[member('a', 'x', ['law'], ['media']), member('b', 'y', [], ['law']), member('c', 'y', [], ['media'])],
		['kind']
	);
	expect(untaught).toEqual([{ topic: 'media', wishedBy: ['a', 'c'] }]);
	expect(members.get('a')).toEqual({ only: [{ question: 'kind', value: 'x' }], teaches: ['law'] });
	expect(members.get('b')).toEqual({ only: [], teaches: [] });
});

test('too few voices decide nothing; a tie is the chair’s where the call says so', () => {
	const rules = { quorum: 3, breaksTies: true };
	expect(verdictOf({ yes: 2, no: 0, chairSays: true }, rules)).toBe('too-few');
	expect(verdictOf({ yes: 2, no: 1, chairSays: false }, rules)).toBe('taken');
	expect(verdictOf({ yes: 2, no: 2, chairSays: true }, rules)).toBe('taken');
	expect(verdictOf({ yes: 2, no: 2, chairSays: false }, rules)).toBe('against');
	expect(verdictOf({ yes: 2, no: 2, chairSays: true }, { ...rules, breaksTies: false })).toBe('against');
	expect(verdictOf({ yes: 1, no: 2, chairSays: true }, rules)).toBe('against');
});

test('work that says nothing for minutes has stopped with its server', () => {
	const at = (minutes: number) => new Date(minutes * 60_000);
	const times = { askedAt: at(0), begunAt: at(1), stirredAt: at(2), readyAt: null, failedAt: null, cancelledAt: null };
	expect(stateOf(times, at(3))).toBe('working');
	expect(stateOf(times, at(8))).toBe('failed');
	expect(stateOf({ ...times, begunAt: null, stirredAt: null }, at(3))).toBe('waiting');
}); // prettier-ignore
