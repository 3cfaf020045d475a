import { describe, expect, test } from 'vitest';
import { below, randomFrom } from '#packages/common';
import { bestWorth, isAmong, mayRead, worthOf } from '../reference/assignments.ts';
import { assign, type Assignment } from './assignment.ts';
import type { AssignmentCall, Reading } from './problem.ts';

const ids = (letter: string, count: number) =>
	Array.from({ length: count }, (_, number) => ({ id: `${letter}${String(number).padStart(4, '0')}` }));

const readingsOf = ({ readers }: Assignment): Reading[] =>
	Object.entries(readers).flatMap(([application, by]) => by.map((reviewer) => ({ application, reviewer })));

const plain = (applications: number, reviewers: number, each: number, seed = 1): AssignmentCall => ({
	applications: ids('a', applications),
	reviewers: ids('r', reviewers),
	each,
	seed
});

/** A small call in which anything may be asked: languages, mosts, conflicts, fixed and earlier readings. */
function madeUp(number: number, applications = 4, reviewers = 4): AssignmentCall {
	const random = randomFrom(number);
	const one = <T>(of: readonly T[]) => of[below(of.length, random)]!;
	const isSo = (share: number) => random() < share;
	const call = plain(
		1 + below(applications, random),
		1 + below(reviewers, random),
		1 + below(3, random),
		number
	);
	const pairs = (share: number) =>
		call.applications.flatMap(({ id: application }) =>
			call.reviewers.filter(() => isSo(share)).map(({ id: reviewer }) => ({ application, reviewer }))
		);
	return {
		...call,
		applications: call.applications.map((read) => ({
			...read,
			...(isSo(0.3) ? { languages: [one(['en', 'cy'])] } : {}),
			...(isSo(0.2) ? { readers: below(4, random) } : {})
		})),
		reviewers: call.reviewers.map((by) => ({
			...by,
			...(isSo(0.4) ? { languages: one([['en'], ['cy'], ['en', 'cy']]) } : {}),
			...(isSo(0.4) ? { most: below(4, random) } : {}),
			conflicts: call.applications.filter(() => isSo(0.15)).map(({ id }) => id)
		})),
		fixed: isSo(0.5) ? pairs(0.12) : [],
		earlier: isSo(0.7) ? pairs(0.4) : []
	};
}

describe('against every way there is', () => {
	test.each(Array.from({ length: 300 }, (_, number) => number))('call %i is shared out at best', (number) => {
		const call = madeUp(number);
		const assignment = assign(call);
		expect(worthOf(call, readingsOf(assignment))).toEqual(bestWorth(call));
		expect(assignment.certificate.isProven).toBe(true);
	});
});

describe('in calls too large to try everything', () => {
	test.each(Array.from({ length: 60 }, (_, number) => 1_000 + number))(
		'call %i keeps every rule',
		(number) => {
			const call = madeUp(number, 40, 12);
			const assignment = assign(call);
			const broken = (one: Reading) => !mayRead(call, one) && !isAmong(call.fixed ?? [], one);
			expect(readingsOf(assignment).filter(broken)).toEqual([]);
			expect(
				readingsOf(assignment).filter(({ application, reviewer }) =>
					call.reviewers.find(({ id }) => id === reviewer)!.conflicts?.includes(application)
				)
			).toEqual([]);
			expect((call.fixed ?? []).filter((one) => !isAmong(readingsOf(assignment), one))).toEqual(
				assignment.broken
			);
			expect(assignment.certificate.isProven).toBe(true);
		}
	);

	test.each([3, 4, 5, 6, 7])(
		'call %i is the same in any order, and with somebody who may read nothing',
		(number) => {
			const call = madeUp(number, 40, 12);
			const assignment = assign(call);
			expect(
				assign({
					...call,
					applications: call.applications.toReversed(),
					reviewers: call.reviewers.toReversed(),
					fixed: call.fixed!.toReversed(),
					earlier: call.earlier!.toReversed()
				})
			).toEqual({ ...assignment, broken: assignment.broken.toReversed() });
			const idle = { id: 'r0000a', languages: [], most: 0 };
			expect(assign({ ...call, reviewers: [...call.reviewers, idle] }).readers).toEqual(assignment.readers);
		}
	);

	test.each([11, 12, 13, 14, 15, 16])('call %i moves nothing when it is shared out again', (number) => {
		const call = madeUp(number, 40, 12);
		const first = assign(call);
		const again = assign({ ...call, earlier: readingsOf(first), seed: 77 });
		expect(again.changes).toEqual([]);
		expect(again.readers).toEqual(first.readers);
	});
});

test('loads differ by one at most where everybody may read everything', () => {
	const loads = Object.values(assign(plain(42, 7, 3)).loads);
	expect(loads).toEqual([18, 18, 18, 18, 18, 18, 18]);
	const uneven = Object.values(assign(plain(41, 7, 3)).loads);
	expect(Math.max(...uneven) - Math.min(...uneven)).toBe(1);
});

test('another seed mixes the pools otherwise, the same seed not', () => {
	expect(assign(plain(42, 7, 3, 5))).toEqual(assign(plain(42, 7, 3, 5)));
	expect(assign(plain(42, 7, 3, 5)).readers).not.toEqual(assign(plain(42, 7, 3, 6)).readers);
});

test('a drawn assignment lets every two reviewers meet', () => {
	const met = new Set(
		Object.values(assign(plain(120, 7, 3)).readers).flatMap((by) =>
			by.flatMap((one) => by.map((other) => `${one} ${other}`))
		)
	);
	expect(met.size).toBe(49);
});

describe('what changed', () => {
	const call = plain(40, 8, 3);
	const first = assign(call);

	test('a reviewer who leaves is replaced, and only what evens out loads moves beside', () => {
		const again = assign({ ...call, reviewers: call.reviewers.slice(1), earlier: readingsOf(first) });
		const removed = again.changes.flatMap((one) => one.removed);
		expect(removed.filter(({ because }) => because === 'gone')).toHaveLength(15);
		expect(removed.every(({ reviewer }) => reviewer === 'r0000')).toBe(true);
		expect(Object.values(again.loads).toSorted()).toEqual([17, 17, 17, 17, 17, 17, 18]);
	});

	test('a conflict declared later takes away one application, and says why', () => {
		const [conflict] = Object.entries(first.readers).find(([, by]) => by.includes('r0002'))!;
		const reviewers = call.reviewers.map((one) =>
			one.id === 'r0002' ? { ...one, conflicts: [conflict] } : one
		);
		const { changes, certificate } = assign({ ...call, reviewers, earlier: readingsOf(first) });
		const removed = changes.flatMap((one) => one.removed);
		expect(removed).toContainEqual({ reviewer: 'r0002', because: 'conflict' });
		expect(removed).toHaveLength(2);
		expect(certificate.stages.find(({ stage }) => stage === 'changes')).toMatchObject({
			reached: 2,
			bound: 2
		});
	});

	test('a begun review stays with whoever began it, and a conflict ends it', () => {
		const fixed = [
			{ application: 'a0000', reviewer: 'r0000' },
			{ application: 'a0001', reviewer: 'r0000' }
		];
		const reviewers = call.reviewers.map((one) => ({
			...one,
			conflicts: one.id === 'r0000' ? ['a0001'] : []
		}));
		const { readers, broken } = assign({ ...call, reviewers, fixed });
		expect(readers['a0000']).toContain('r0000');
		expect(readers['a0001']).not.toContain('r0000');
		expect(broken).toEqual([fixed[1]]);
	});
});

describe('what is short', () => {
	test('too few may read it', () => {
		const call = plain(3, 3, 2);
		const applications = [{ id: 'w', languages: ['cy'] }, ...call.applications];
		const reviewers = call.reviewers.map((one, at) => ({ ...one, languages: at ? ['en'] : ['en', 'cy'] }));
		expect(assign({ ...call, applications, reviewers }).short).toEqual([
			{ application: 'w', readers: 1, wanted: 2, mayRead: ['r0000'], because: 'few-may', full: [] }
		]);
	});

	test('everybody who may has as many as they take: the shortage is spread', () => {
		const call = plain(4, 3, 2);
		const reviewers = call.reviewers.map((one) => ({ ...one, most: 2 }));
		const { short, readers } = assign({ ...call, reviewers });
		expect(short).toHaveLength(2);
		expect(short[0]).toMatchObject({ readers: 1, wanted: 2, because: 'all-full' });
		expect(short[0]!.full).toEqual(['r0000', 'r0001', 'r0002']);
		expect(
			Object.values(readers)
				.map((by) => by.length)
				.toSorted()
		).toEqual([1, 1, 2, 2]);
	});
});

describe('one circle of reviewers', () => {
	test.each(Array.from({ length: 40 }, (_, number) => number))(
		'seed %i: joined wherever there are enough',
		(seed) => {
			for (const [applications, reviewers, each] of [
				[3, 4, 2],
				[4, 4, 2],
				[6, 6, 2],
				[9, 9, 2],
				[4, 6, 3]
			] as const)
				expect(assign(plain(applications, reviewers, each, seed)).circles).toHaveLength(1);
		}
	);

	test('what stood before outweighs it, and it is said', () => {
		const earlier = [
			['a0000', 'r0000'],
			['a0000', 'r0001'],
			['a0001', 'r0000'],
			['a0001', 'r0001'],
			['a0002', 'r0002'],
			['a0002', 'r0003'],
			['a0003', 'r0002'],
			['a0003', 'r0003']
		].map(([application, reviewer]) => ({ application: application!, reviewer: reviewer! }));
		const { circles, changes } = assign({ ...plain(4, 4, 2), earlier });
		expect(changes).toEqual([]);
		expect(circles).toEqual([
			['r0000', 'r0001'],
			['r0002', 'r0003']
		]);
	});
});

test('a thousand applications and forty reviewers take seconds, and are proven', () => {
	const random = randomFrom(9);
	const call = plain(1_000, 40, 3);
	const reviewers = call.reviewers.map((one, at) => ({
		...one,
		...(at % 10 === 0 ? { most: 30 } : {}),
		conflicts: call.applications.filter(() => random() < 0.02).map(({ id }) => id)
	}));
	const before = performance.now();
	const { certificate, circles, short, loads } = assign({ ...call, reviewers });
	expect(performance.now() - before).toBeLessThan(20_000);
	expect(certificate.isProven).toBe(true);
	expect(short).toEqual([]);
	expect(circles).toHaveLength(1);
	expect(Math.max(...Object.values(loads))).toBe(80);
}, 60_000);

test('nobody to read, and nothing to be read', () => {
	expect(assign(plain(0, 3, 2))).toMatchObject({ readers: {}, short: [], circles: [] });
	expect(assign(plain(1, 0, 2)).short).toMatchObject([
		{ application: 'a0000', readers: 0, because: 'few-may' }
	]);
});
