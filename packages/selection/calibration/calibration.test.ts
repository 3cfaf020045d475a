import { describe, expect, test } from 'vitest';
import { below, randomFrom, type Random } from '#packages/common';
import { textOf } from '../reference/examples.ts';
import { restrictedLikelihood } from '../reference/likelihood.ts';
import { calibrate, shareOfTen, type Calibration } from './calibrate.ts';
import { readReviews, type Review } from './reviews.ts';

const panels = ['panel_40x7', 'panel_120x10_two_each'];

function calibrated(reviews: readonly Review[]): Calibration {
	const result = calibrate(reviews);
	if (!result.isCalibrated) throw new Error(result.because);
	return result;
}

test.each(panels)('%s comes out as the reference says', (name) => {
	const reference = JSON.parse(textOf(name, 'reference.json')) as {
		applicant: Record<string, { calibrated: number; se: number }>;
		reviewer_offset: Record<string, number>;
	};
	const { applicant, reviewerOffset } = calibrated(readReviews(textOf(name, 'scores.csv')));
	for (const [id, { calibrated: score, se }] of Object.entries(reference.applicant)) {
		expect(applicant[id]!.calibrated).toBeCloseTo(score, 2);
		expect(applicant[id]!.se).toBeCloseTo(se, 2);
	}
	for (const [id, offset] of Object.entries(reference.reviewer_offset))
		expect(reviewerOffset[id]).toBeCloseTo(offset, 2);
});

describe('made-up panels', () => {
	test.each([1, 2, 3, 4, 5])('%i: no other variances make the scores more likely', (seed) => {
		const reviews = panel(seed, { leniency: 1 });
		const { varianceOfReviewers: between, varianceOfErrors: within } = calibrated(reviews);
		const here = restrictedLikelihood(reviews, between, within);
		for (const [one, other] of [
			[1.05, 1],
			[0.95, 1],
			[1, 1.05],
			[1, 0.95],
			[1.05, 0.95]
		] as const)
			expect(restrictedLikelihood(reviews, between * one, within * other)).toBeLessThan(here);
	});

	test('without leniency it stays with the plain means, and with it comes nearer to the truth', () => {
		const off = (seed: number, leniency: number) => {
			const reviews = panel(seed, { leniency });
			const { applicant } = calibrated(reviews);
			// How strict all seven are together, nobody can tell: that much is taken out.
			const error = (of: 'calibrated' | 'mean') => {
				const away = Object.entries(applicant).map(([id, one]) => one[of] - truth(id));
				return mean(away.map((one) => (one - mean(away)) ** 2));
			};
			return error('calibrated') / error('mean');
		};
		expect(mean([1, 2, 3, 4, 5, 6].map((seed) => off(seed, 0)))).toBeLessThan(1.05);
		expect(mean([1, 2, 3, 4, 5, 6].map((seed) => off(seed, 1.5)))).toBeLessThan(0.6);
	});

	test('the order of reviews changes nothing', () => {
		const reviews = panel(9, { leniency: 1 });
		expect(calibrate(reviews.toReversed())).toEqual(calibrate(reviews));
	});
});

describe('what cannot be compared is refused, with the plain means', () => {
	const rows = (of: [string, string, number][]): Review[] =>
		of.map(([application, reviewer, score]) => ({ application, reviewer, score }));
	const whole = (reviewer: string, from: number): [string, string, number][] =>
		[0, 1, 2].map((at) => [`a${from + at}`, reviewer, 5 + at]);

	test.each([
		['nothing at all', rows([]), /no reviews/],
		[
			'a reviewer with two reviews',
			rows([...whole('r1', 1), ...whole('r2', 1).slice(1)]),
			/r2 has fewer than 3/
		],
		[
			'two circles',
			rows([...whole('r1', 1), ...whole('r2', 4)]),
			/r1 \| r2: these reviewers have no application/
		]
	])('%s', (_, reviews, because) => {
		const result = calibrate(reviews);
		expect(result).toMatchObject({ isCalibrated: false });
		expect(!result.isCalibrated && result.because).toMatch(because);
		for (const one of Object.values(result.applicant)) expect(one.mean).toBeGreaterThanOrEqual(5);
	});

	test('scores that are all alike are no error', () => {
		const reviews = rows([...whole('r1', 1), ...whole('r2', 1)]).map((one) => ({ ...one, score: 7 }));
		expect(calibrated(reviews).applicant['a1']).toMatchObject({ mean: 7 });
		expect(calibrated(reviews).applicant['a1']!.calibrated).toBeCloseTo(7, 9);
	});
});

test('scores from 1 to 10 become shares from 0 to 1', () => {
	expect([1, 5.5, 10, 0.2, 11].map(shareOfTen)).toEqual([0, 0.5, 1, 0, 1]);
});

test.each([
	['application,score\n', 'line 1: there is no column "reviewer"'],
	['application,reviewer,score\na,r,high\n', 'line 2: score is "high"; expected a number'],
	['application,reviewer,score\na,,3\n', 'line 2: the application or the reviewer is missing'],
	['application,reviewer,score\na,r,3\na,r,4\n', 'line 3: r reviews a twice; expected once']
])('%j is refused in a sentence', (text, sentence) => {
	expect(() => readReviews(text)).toThrow(sentence);
});

/** Forty applications, each read by three of seven, whose true levels stand in their ids. */
function panel(seed: number, { leniency }: { leniency: number }): Review[] {
	const random = randomFrom(seed);
	const offsets = Array.from({ length: 7 }, () => leniency * normal(random));
	return Array.from({ length: 40 }, (_, number) => number).flatMap((number) => {
		const three = new Set<number>();
		while (three.size < 3) three.add(below(7, random));
		return [...three].map((reviewer) => ({
			application: `a${number}`,
			reviewer: `r${reviewer}`,
			score: truth(`a${number}`) + offsets[reviewer]! + 0.8 * normal(random)
		}));
	});
}

function truth(id: string): number {
	return 3 + ((Number(id.slice(1)) * 7) % 5);
}

function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function mean(of: readonly number[]): number {
	return of.reduce((sum, one) => sum + one, 0) / of.length;
}
