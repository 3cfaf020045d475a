import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotsFrom } from '../ballots.ts';
import { groupingFrom, groupingGiven } from '../grouping.ts';
import { anyVotes, columnsFrom, conversation, type Reference } from '../reference/conversations.ts';
import { slowConversation, slowMap, slowStatistics } from '../reference/slow.ts';
import { standingOf } from '../statistics/standing.ts';
import { classicReport, type ClassicReport } from './report.ts';

describe.each(['brexit-consensus', 'london.youth.policing'] as const)('%s', (name) => {
	const { ballots, given, reference } = conversation(name);
	const published = classicReport(ballots, groupingGiven(ballots, given));
	const expected = reference.stats_given_published_groups;

	test('people stand where the reference has them, but for the direction of an axis', () => {
		for (const axis of [0, 1]) expect(farthest(published, reference, axis)).toBeLessThan(1e-9);
		expectClose([...published.map.extremity], reference.pca.extremity);
	});

	test('with the published groups every list is the same, in the same order', () => {
		const { statistics, grouping } = published;
		const id = (at: number) => Number(ballots.statements[at]);
		grouping.names.forEach((group, at) =>
			expect(
				statistics.representative[at]!.map(({ statement, side }) => [id(statement), side]),
				group
			).toEqual(expected.repness[group]!.map((one) => [one.tid, one['repful-for']]))
		);
		for (const side of ['agree', 'disagree'] as const)
			expect(statistics.consensus[side].map(({ statement }) => id(statement))).toEqual(
				expected.consensus[side].map(({ tid }) => tid)
			);
	});

	test('and every number', () => {
		const { groupInformed, priority } = published.statistics;
		const of = (numbers: Record<string, number>) => ballots.statements.map((id) => numbers[id]!);
		expectClose([...groupInformed], of(expected.group_aware_consensus));
		expectClose([...priority], of(expected.priority));
	});

	test('a cold start finds the groups of the reference, under other numbers perhaps', () => {
		const { grouping } = classicReport(ballots);
		const pairs = new Set(
			ballots.people.flatMap((person, at) =>
				grouping.of[at]! < 0 ? [] : [`${grouping.of[at]} ${reference.classic_cold.groups[person]}`]
			)
		);
		expect(pairs.size).toBe(reference.classic_cold.k);
	});
});

test('what was worked out by hand', () => {
	type Votes = { agree: number; disagree: number; seen: number };
	type Example = {
		because: string;
		here: Votes;
		there: Votes;
		pa: number;
		pat: number;
		ra: number;
		rat: number;
	};
	const file = path.join(import.meta.dirname, '..', 'examples', 'standings.json');
	for (const { because, here, there, ...expected } of JSON.parse(readFileSync(file, 'utf8')) as Example[]) {
		const pair = (name: keyof Votes) => Int32Array.of(here[name], there[name]);
		const counts = {
			groups: 2,
			statements: 1,
			agree: pair('agree'),
			disagree: pair('disagree'),
			seen: pair('seen')
		};
		const standing = standingOf(counts, 0, 0);
		for (const name of ['pa', 'pat', 'ra', 'rat'] as const)
			expect(standing[name], `${because}: ${name}`).toBeCloseTo(expected[name], 12);
	}
});

test('the map that docs/opinion-map.md works out by hand', () => {
	const votes = [
		{ person: '1', statement: '1', vote: 1 },
		{ person: '1', statement: '2', vote: 1 },
		{ person: '2', statement: '1', vote: 1 },
		{ person: '2', statement: '2', vote: -1 }
	] as const;
	const { means, axes, people } = classicReport(ballotsFrom(columnsFrom(votes))).map;
	expect([...means]).toEqual([1, 0]);
	expectClose([...axes.first], [0, 1]);
	expectClose([...axes.second], [0, 0]);
	expectClose([...people], [1, 0, -1, 0]);
});

test('any conversation, any groups: the same as the slow reference', () => {
	const ids = fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 3 });
	const groups = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }), {
		minLength: 20,
		maxLength: 20
	});
	fc.assert(
		fc.property(anyVotes(), ids, ids, groups, (votes, out, meta, anyGroups) => {
			const slow = slowConversation(votes, out, meta);
			const ballots = ballotsFrom(columnsFrom(votes), { out: new Set(out), meta: new Set(meta) });
			const used = [
				...new Set(anyGroups.slice(0, ballots.people.length).filter((one) => one !== undefined))
			].sort();
			const of = Int8Array.from(ballots.people, (_, at) => used.indexOf(anyGroups[at]!));
			const report = classicReport(ballots, groupingFrom(of, used.map(String)));
			const found = slowMap(slow);
			expectClose(report.map.axes.strengths, [found.values[0] ?? 0, found.values[1] ?? 0], 1e-8);
			const { statistics } = report;
			const expected = slowStatistics(slow, anyGroups.slice(0, slow.people.length), [
				...report.map.extremity
			]);
			expect(
				statistics.representative.map((list) => list.map(({ statement, side }) => ({ at: statement, side })))
			).toEqual(expected.representative);
			expect(statistics.consensus.agree.map(({ statement }) => statement)).toEqual(expected.agree);
			expect(statistics.consensus.disagree.map(({ statement }) => statement)).toEqual(expected.disagree);
			expectClose([...statistics.groupInformed], expected.groupInformed);
			expectClose([...statistics.priority], expected.priority);
		}),
		{ numRuns: 300 }
	);
});

function farthest(report: ClassicReport, reference: Reference, axis: number): number {
	const pairs = report.ballots.people.map((person, at) => [
		report.map.people[2 * at + axis]!,
		reference.projection[person]![axis]!
	]);
	const along = pairs.reduce((sum, [a, b]) => sum + a! * b!, 0);
	return Math.max(...pairs.map(([a, b]) => Math.abs(a! - Math.sign(along) * b!)));
}

function expectClose(found: readonly number[], expected: readonly number[], within = 1e-9): void {
	expect(found).toHaveLength(expected.length);
	found.forEach((value, at) =>
		expect(Math.abs(value - expected[at]!), `${at}: ${value}, ${expected[at]}`).toBeLessThanOrEqual(
			within * Math.max(1, Math.abs(expected[at]!))
		)
	);
}
