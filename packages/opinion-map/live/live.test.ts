import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classicReport } from '../classic/report.ts';
import { groupingFrom, groupingGiven } from '../grouping.ts';
import { mapOf } from '../map/map.ts';
import { placardReport } from '../placard/report.ts';
import { randomFrom } from '#packages/common';
import { conversation, votesOf } from '../reference/conversations.ts';
import { ours, polis, simulate } from '../reference/simulation.ts';
import { mixed } from '../reference/worlds.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { adoptable } from './adopted.ts';
import { LiveConversation, type Adopted } from './conversation.ts';

const id = (most: number) => fc.nat({ max: most }).map(String);
const vote = fc.constantFrom(-1 as const, 0 as const, 1 as const);
const moderated = fc.constantFrom('accepted' as const, 'rejected' as const, 'waiting' as const);
type Act = (live: LiveConversation) => void;
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.tuple(id(11), id(80), vote).map(
			([p, s, v]): Act =>
				(live) =>
					live.add(p, s, v)
		)
	},
	{
		weight: 2,
		arbitrary: fc.tuple(id(11), id(80)).map(
			([p, s]): Act =>
				(live) =>
					live.retract(p, s)
		)
	},
	{
		weight: 1,
		arbitrary: id(11).map(
			(p): Act =>
				(live) =>
					live.retract(p)
		)
	},
	{
		weight: 1,
		arbitrary: fc.tuple(id(80), moderated, fc.boolean()).map(
			([s, state, isMeta]): Act =>
				(live) =>
					live.moderate(s, { moderated: state, isMeta })
		)
	}
);
const acts = fc.array(act, { minLength: 1, maxLength: 150 });
const groups = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 12, maxLength: 12 });

function adopted(numbers: number[]): Adopted {
	const pairs = numbers.flatMap((group, at): [string, number][] => (group < 0 ? [] : [[String(at), group]]));
	return { names: ['0', '1', '2'], groups: new Map(pairs), extremity: new Map([['3', 1.5]]) };
}

test('whatever happens, lists and numbers are those of a fresh count (G4, G7)', () => {
	fc.assert(
		fc.property(acts, acts, groups, (before, after, numbers) => {
			const live = new LiveConversation();
			before.forEach((one) => one(live));
			live.adopt(adopted(numbers));
			after.forEach((one) => one(live));
			const ballots = live.ballots();
			const of = Int8Array.from(ballots.people, (person) => numbers[Number(person)]!);
			const extremity = Float64Array.from(ballots.statements, (one) => (one === '3' ? 1.5 : 0));
			const fresh = statisticsOf(ballots, groupingFrom(of, ['0', '1', '2']), extremity);
			const named = (list: readonly { statement: number; side?: string }[]) =>
				list.map(({ statement, side }) => [ballots.statements[statement], side]);
			for (const group of [0, 1, 2])
				expect(live.representative(group).map(({ statement, side }) => [statement, side])).toEqual(
					named(fresh.representative[group]!)
				);
			for (const side of ['agree', 'disagree'] as const)
				expect(live.consensus(side).map(({ statement }) => [statement, undefined])).toEqual(
					named(fresh.consensus[side])
				);
			ballots.statements.forEach((statement, at) => {
				const { groupInformed, priority } = live.numbers(statement);
				expect(groupInformed).toBe(fresh.groupInformed[at]);
				expect(priority).toBe(fresh.priority[at]);
			});
		}),
		{ numRuns: 300 }
	);
});

test('a snapshot, restored, is the same conversation, and goes on as the same', () => {
	fc.assert(
		fc.property(acts, acts, groups, (before, after, numbers) => {
			const live = new LiveConversation();
			live.adopt(adopted(numbers));
			before.forEach((one) => one(live));
			const restored = LiveConversation.restore(structuredClone(live.snapshot()));
			expect(restored.snapshot()).toEqual(live.snapshot());
			for (const one of after) [live, restored].forEach(one);
			expect(restored.snapshot()).toEqual(live.snapshot());
			expect(restored.nextStatement('5', 77)).toEqual(live.nextStatement('5', 77));
		})
	);
});

test('replayed vote by vote in any order, a conversation gives the groups and numbers of a cold start (G4)', () => {
	const { ballots } = conversation('london.youth.policing');
	const cold = placardReport(ballots, { shuffles: 20, resamples: 20 });
	for (let seed = 0; seed < 5; seed++) {
		const live = new LiveConversation();
		for (const { person, statement, vote: cast } of mixed(votesOf(ballots), randomFrom(seed))) {
			if (seed % 2) live.add(person, statement, cast === 1 ? -1 : 1);
			live.add(person, statement, cast);
		}
		for (const [at, statement] of ballots.statements.entries())
			if (ballots.out[at]) live.moderate(statement, { moderated: 'rejected' });
		expect(placardReport(live.ballots(), { shuffles: 20, resamples: 20 })).toEqual(cold);
	}
});

test('groups may be taken over step by step while votes come in', () => {
	fc.assert(
		fc.property(acts, acts, groups, groups, (before, during, old, fresh) => {
			const [stepwise, atOnce] = [new LiveConversation(), new LiveConversation()];
			for (const live of [stepwise, atOnce]) {
				live.adopt(adopted(old));
				before.forEach((one) => one(live));
			}
			const steps = stepwise.adopting(adopted(fresh), 1);
			for (const one of during) {
				one(stepwise);
				steps.next();
			}
			for (const _ of steps);
			during.forEach((one) => one(atOnce));
			atOnce.adopt(adopted(fresh));
			for (const group of [0, 1, 2])
				expect(stepwise.representative(group)).toEqual(atOnce.representative(group));
			expect(stepwise.snapshot()).toEqual(atOnce.snapshot());
		})
	);
});

describe('the next statement', () => {
	const live = () => {
		const made = new LiveConversation();
		for (const statement of ['1', '2', '3', '4']) made.moderate(statement, {});
		return made;
	};

	test('is none that was voted on, rejected or waits to be looked at', () => {
		const made = live();
		made.add('p', '1', 1);
		made.moderate('2', { moderated: 'rejected' });
		made.moderate('3', { moderated: 'waiting' });
		for (let seed = 0; seed < 50; seed++) expect(made.nextStatement('p', seed)!.statement).toBe('4');
		made.add('p', '4', 0);
		expect(made.nextStatement('p', 1)).toBeUndefined();
	});

	test('is drawn from the seed alone, so that a log can be checked', () => {
		const drawn = Array.from({ length: 100 }, (_, seed) => live().nextStatement('p', seed)!);
		expect(drawn).toEqual(Array.from({ length: 100 }, (_, seed) => live().nextStatement('p', seed)!));
		expect(new Set(drawn.map(({ statement }) => statement)).size).toBe(4);
		expect(drawn[0]).toMatchObject({
			person: 'p',
			seed: 0,
			eligible: 4,
			chance: 0.25,
			seen: 0,
			isBelowFloor: true
		});
	});

	test('is as likely as its log says', () => {
		const made = live();
		for (let person = 0; person < 12; person++)
			for (const statement of ['1', '2', '3', '4'])
				if (person < 5 + Number(statement)) made.add(`q${person}`, statement, person % 2 ? 1 : -1);
		const times = new Map<string, number>();
		const chances = new Map<string, number>();
		for (let seed = 0; seed < 4000; seed++) {
			const { statement, chance } = made.nextStatement('p', seed)!;
			times.set(statement, (times.get(statement) ?? 0) + 1);
			chances.set(statement, chance);
		}
		for (const [statement, chance] of chances)
			expect(Math.abs(times.get(statement)! / 4000 - chance)).toBeLessThan(0.03);
	});

	test('is fairer than by Polis’s priority, and tells more (G10)', () => {
		for (const name of ['brexit-consensus', 'london.youth.policing'] as const) {
			const { ballots, given } = conversation(name);
			const grouping = groupingGiven(ballots, given);
			const known = adoptable({ ballots, grouping, map: mapOf(ballots) });
			const rounds = name === 'brexit-consensus' ? 1 : 10;
			const mean = (router: typeof ours) => {
				const runs = Array.from({ length: rounds }, (_, seed) => simulate(ballots, known, router, seed));
				const of = (key: 'least' | 'median' | 'error') =>
					runs.reduce((sum, run) => sum + run[key], 0) / rounds;
				return { least: of('least'), median: of('median'), error: of('error') };
			};
			const [mine, theirs] = [mean(ours), mean(polis)];
			expect(mine.least, name).toBeGreaterThanOrEqual(theirs.least);
			expect(mine.median, name).toBeGreaterThanOrEqual(theirs.median);
			expect(mine.error, name).toBeLessThan(theirs.error);
		}
	});
});

test('an analysis is taken over: its groups, and how far out each statement lies', () => {
	const { ballots } = conversation('london.youth.policing');
	const report = classicReport(ballots);
	const live = new LiveConversation();
	for (const { person, statement, vote: cast } of votesOf(ballots)) live.add(person, statement, cast);
	live.adopt(adoptable(report));
	ballots.statements.forEach((statement, at) =>
		expect(live.numbers(statement).priority).toBe(report.statistics.priority[at])
	);
});
