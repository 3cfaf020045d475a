import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placardAnswer } from '../answer/placard.ts';
import { classicAnswer } from '../answer/classic.ts';
import { ballotsFrom } from '../ballots.ts';
import { classicReport } from '../classic/report.ts';
import { groupingFrom } from '../grouping.ts';
import { placardReport } from '../placard/report.ts';
import { anyVotes, columnsFrom, conversation } from '../reference/conversations.ts';
import { slowConversation } from '../reference/slow.ts';
import { differenceInterval, shareInterval } from './interval.ts';

describe('intervals', () => {
	test('Wilson and Newcombe as printed: 56/70 against 48/80 (Newcombe 1998, table II a)', () => {
		const [low, high] = differenceInterval([56, 70], [48, 80]);
		expect(low).toBeCloseTo(0.0524, 4);
		expect(high).toBeCloseTo(0.3339, 4);
		expect(shareInterval(0, 10)[1]).toBeCloseTo(0.2775, 4);
		expect(shareInterval(81, 263).map((end) => Number(end.toFixed(4)))).toEqual([0.2553, 0.3662]);
	});

	test('hold the rate, lie between 0 and 1, and get narrower with more votes', () => {
		fc.assert(
			fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 500 }), (some, trials) => {
				const successes = Math.min(some, trials);
				const [low, high] = shareInterval(successes, trials);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
				expect(low).toBeLessThanOrEqual(successes / trials);
				expect(high).toBeGreaterThanOrEqual(successes / trials);
				const [lowTen, highTen] = shareInterval(successes * 10, trials * 10);
				expect(highTen - lowTen).toBeLessThan(high - low);
			})
		);
	});
});

const anyGroups = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 20, maxLength: 20 });

test('in any conversation with any groups, what the lists say is so when counted by hand (G11)', () => {
	fc.assert(
		fc.property(anyVotes(400), anyGroups, (votes, numbers) => {
			const ballots = ballotsFrom(columnsFrom(votes));
			const of = Int8Array.from(ballots.people, (_, at) => numbers[at]!);
			const report = placardReport(ballots, {}, groupingFrom(of, ['0', '1', '2']));
			const slow = slowConversation(votes, [], []);
			const rate = (statement: number, group: number, vote = 1) => {
				const cast = slow.table.filter((_, at) => of[at] === group).flatMap((row) => row[statement] ?? []);
				return { seen: cast.length, rate: cast.filter((one) => one === vote).length / cast.length };
			};
			for (const { statement, more, less, interval } of report.lists.divisive) {
				const [a, b] = [rate(statement, more), rate(statement, less)];
				expect(a.rate - b.rate).toBeGreaterThanOrEqual(0.2);
				expect(interval[0]).toBeGreaterThan(0);
				expect(Math.min(a.seen, b.seen)).toBeGreaterThanOrEqual(5);
			}
			for (const { statement, value, group, side } of report.lists.maximin.agree)
				for (const other of [0, 1, 2]) {
					expect(rate(statement, group, side === 'agree' ? 1 : -1).rate).toBeGreaterThanOrEqual(value);
					const { rate: there, seen } = rate(statement, other);
					expect(shareInterval(there * seen, seen)[0]).toBeGreaterThanOrEqual(value - 1e-12);
				}
			for (const { value, mean, product } of report.lists.geometric.agree) {
				expect(value).toBeLessThanOrEqual(mean);
				expect(mean ** 3).toBeCloseTo(product, 10);
			}
		}),
		{ numRuns: 200 }
	);
});

test('the slate adds what helps most, and says truly how many it reaches', () => {
	const { ballots, given } = conversation('brexit-consensus');
	const of = Int8Array.from(ballots.people, (id) => Number(given.groups.get(id) ?? -1));
	const report = placardReport(ballots, {}, groupingFrom(of, ['0', '1']));
	const members = [...of.keys()].filter((at) => of[at]! >= 0);
	const agrees = (person: number, statement: number) => {
		const row = ballots.statementOf.subarray(ballots.starts[person], ballots.starts[person + 1]);
		const at = row.indexOf(statement);
		return at >= 0 && ballots.votes[ballots.starts[person]! + at] === 1;
	};
	const picked: number[] = [];
	for (const { statement, reached, value } of report.lists.slate) {
		const gains = members.map((person) =>
			agrees(person, statement) ? 1 / (1 + picked.filter((one) => agrees(person, one)).length) : 0
		);
		expect(value).toBeCloseTo(
			gains.reduce((sum, gain) => sum + gain, 0),
			8
		);
		picked.push(statement);
		const share =
			members.filter((person) => picked.some((one) => agrees(person, one))).length / members.length;
		expect(reached).toBeCloseTo(share, 12);
	}
	expect(report.lists.slate).toHaveLength(5);
	expect(report.lists.slate.at(-1)!.reached).toBeGreaterThan(0.94);
});

test('every item of every list carries counts, both rates, intervals, exposure and one sentence', () => {
	const { ballots } = conversation('brexit-consensus');
	const placard = placardAnswer(placardReport(ballots, { shuffles: 20, resamples: 20 }));
	const classic = classicAnswer(classicReport(ballots));
	const lists = [placard.maximin, placard.geometric_consensus, placard.divisive, placard.slate].flat();
	const consensus = [...classic.consensus_items.agree, ...classic.consensus_items.disagree];
	expect(lists.length).toBeGreaterThan(20);
	for (const item of [...lists, ...consensus] as Record<string, unknown>[]) expectExplained(item, item);
	for (const item of [placard, classic].flatMap(({ repness }) => Object.values(repness).flat()))
		expectExplained(item.inside, item);
});

function expectExplained(counts: Record<string, unknown>, item: { sentence?: unknown }): void {
	const names = ['agree', 'disagree', 'pass', 'seen', 'people', 'exposure', 'agree_rate', 'disagree_rate'];
	for (const name of names) expect(counts[name], name).toEqual(expect.any(Number));
	for (const name of ['agree_interval', 'disagree_interval']) expect(counts[name], name).toHaveLength(2);
	expect(item.sentence).toMatch(/^[^\n]+\.$/);
}
