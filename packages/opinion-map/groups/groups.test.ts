import { describe, expect, test } from 'vitest';
import { classicAnswer } from '../answer/classic.ts';
import { placardAnswer } from '../answer/placard.ts';
import { ballotsFrom, type Ballots } from '../ballots.ts';
import { classicReport } from '../classic/report.ts';
import { groupingGiven } from '../grouping.ts';
import { mapOf } from '../map/map.ts';
import { inConversation } from '../participants.ts';
import { placardReport } from '../placard/report.ts';
import { randomFrom } from '#packages/common';
import { columnsFrom, conversation, votesOf } from '../reference/conversations.ts';
import { disguised, madeUp } from '../reference/worlds.ts';
import { candidatesOf } from './candidates.ts';
import { pointsOf } from './chance.ts';
import { bestNames, randIndex } from './names.ts';
import { dealer, sampleOf } from './shuffle.ts';

const small = { shuffles: 30, resamples: 20 };
const world = (minds: number[], noise = 0.2, seed = 1) =>
	ballotsFrom(columnsFrom(madeUp(minds, 40, noise, seed)));

describe.each(['brexit-consensus', 'london.youth.policing'] as const)('%s', (name) => {
	const { ballots, reference } = conversation(name);

	test('every division into two to five is as good as the best of a hundred starts (G3)', () => {
		const points = pointsOf(mapOf(ballots), inConversation(ballots));
		for (const { k, inertia } of candidatesOf(points, 60, 1))
			expect(inertia / reference.best_kmeans[k]!.inertia, `k = ${k}`).toBeLessThanOrEqual(1.001);
	});

	test('no order and no name changes a group, or more than the last digits of a number (G4)', () => {
		const plain = placardReport(ballots, { shuffles: 20, resamples: 5 });
		for (let seed = 1; seed <= 20; seed++) {
			const other = disguised(ballots, seed);
			const again = placardReport(other.ballots, { shuffles: 20, resamples: 5 });
			const place = new Map(again.ballots.people.map((id, at) => [id, at]));
			ballots.people.forEach((id, at) => {
				const there = place.get(other.people.get(id)!)!;
				expect(again.grouping.of[there]).toBe(plain.grouping.of[at]);
				expect(Math.abs(again.map.people[2 * there]! - plain.map.people[2 * at]!)).toBeLessThan(1e-9);
			});
			expect(again.confidence?.toSorted()).toEqual(plain.confidence?.toSorted());
		}
	});
});

test('where people are of two or three minds, these are the groups', () => {
	for (const minds of [
		[40, 30],
		[40, 30, 20]
	]) {
		const report = placardReport(world(minds), small);
		expect(report.choice.because).toBe('groups');
		expect(report.grouping.sizes).toEqual(minds);
		expect(report.choice.membership!.likeness.mean).toBeGreaterThan(0.95);
	}
});

test('one mind is no group apart, and neither are votes dealt out by chance (G5)', () => {
	expect(placardReport(world([80], 0.7), small).grouping.names).toEqual(['A']);
	const { ballots } = conversation('brexit-consensus');
	expect(placardReport(ballots, small).grouping.names.length).toBeGreaterThan(1);
	const found = Array.from({ length: 20 }, (_, seed) =>
		placardReport(dealer(ballots)(randomFrom(seed)), { shuffles: 99, resamples: 0 })
	);
	expect(found.filter(({ grouping }) => grouping.names.length > 1).length).toBeLessThanOrEqual(1);
});

test('a handful against all others is not a group', () => {
	const report = placardReport(world([90, 4], 0.1), small);
	expect(report.grouping.names).toEqual(['A']);
	expect(report.choice.because).toBe('too-small');
});

test('who stands between two groups is said to', () => {
	const votes = madeUp([30, 30], 40, 0.1, 3);
	const torn = madeUp([30, 30], 40, 0.1, 3).filter(({ person }) => ['0', '30'].includes(person));
	const half = torn.map((one) => ({ ...one, person: 'torn' })).filter((_, at) => at % 2 === 0);
	const report = placardReport(ballotsFrom(columnsFrom([...votes, ...half])), {
		shuffles: 20,
		resamples: 100
	});
	const sureness = (id: string) => report.confidence![report.ballots.people.indexOf(id)]!;
	expect(sureness('1')).toBe(1);
	expect(sureness('torn')).toBeLessThan(1);
});

test('the same seed gives the same, and hardly anybody votes without harm', () => {
	const ballots = world([25, 20]);
	expect(placardReport(ballots, small)).toEqual(placardReport(ballots, small));
	const one = ballotsFrom(columnsFrom([{ person: 'p', statement: 's', vote: 1 }]));
	expect(placardReport(one).choice.because).toBe('too-few-people');
	const same = ballotsFrom(columnsFrom(madeUp([60], 12, 0, 1)));
	expect(placardReport(same, small).grouping.names).toEqual(['A']);
});

test('one vote, and none but passes, make an answer with numbers throughout', () => {
	const one = [{ person: 'p', statement: 's', vote: 1 }] as const;
	const passes = Array.from({ length: 40 }, (_, at) => ({
		person: `${at % 20}`,
		statement: `${at >> 4}`,
		vote: 0 as const
	}));
	for (const votes of [one, passes]) {
		const ballots = ballotsFrom(columnsFrom(votes));
		for (const answer of [placardAnswer(placardReport(ballots)), classicAnswer(classicReport(ballots))])
			expect(JSON.stringify(answer)).not.toMatch(/NaN|null,null|Infinity/);
	}
});

test('given groups keep their names, and are said to be given', () => {
	const { ballots, given } = conversation('london.youth.policing');
	const named = new Map([...given.groups].map(([person, group]) => [person, group === '1' ? 'B' : 'north']));
	const grouping = groupingGiven(ballots, { groups: named, names: ['B', 'north'] });
	const answer = placardAnswer(placardReport(ballots, {}, grouping));
	expect(answer).toMatchObject({ because: 'given', k: 2 });
	expect(Object.keys(answer.repness)).toEqual(['B', 'north']);
	expect(answer.groups['1']).toBe('B');
});

test('names go where most people keep theirs, and likeness is 1 only for the same', () => {
	const one = Int32Array.of(0, 0, 0, 1, 1, 2);
	const other = Int32Array.of(2, 2, 2, 0, 0, 1);
	expect(bestNames(one, other, 3)).toEqual([1, 2, 0]);
	expect(randIndex(one, other, 3)).toBe(1);
	expect(randIndex(one, Int32Array.of(0, 1, 2, 0, 1, 2), 3)).toBeLessThan(0.1);
});

test('a sample has the votes of the people drawn, and no others', () => {
	const ballots = world([30, 20]);
	const sample = sampleOf(ballots, 12, randomFrom(4));
	expect(sample.people).toHaveLength(12);
	const votes = votesOf(ballots).filter(({ person }) => sample.people.includes(person));
	expect(votesOf(sample)).toEqual(votes);
	expect(sample.votes).toHaveLength(votes.length);
	expect(sample.statementOf).toHaveLength(votes.length);
	expect(sampleOf(ballots, 50, randomFrom(4))).toBe(ballots);
});

test('shuffling keeps who voted on what, and how often each statement was agreed with', () => {
	const ballots = world([20, 20]);
	const dealt = dealer(ballots)(randomFrom(1));
	const sums = ({ statementOf, votes }: Ballots) => {
		const all = new Map<string, number>();
		votes.forEach((vote, at) => {
			const key = `${statementOf[at]} ${vote}`;
			all.set(key, (all.get(key) ?? 0) + 1);
		});
		return all;
	};
	expect(sums(dealt)).toEqual(sums(ballots));
	expect(dealt.statementOf).toEqual(ballots.statementOf);
	expect(dealt.votes).not.toEqual(ballots.votes);
});
