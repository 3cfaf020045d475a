import type { Ballots } from '../ballots.ts';
import type { Grouping } from '../grouping.ts';
import { idValue } from '../ids.ts';
import { evidence, evidenceOf, evidenceOfOthers } from '../lists/evidence.ts';
import { consensusSentence, representativeSentence } from '../lists/sentences.ts';
import type { OpinionMap } from '../map/map.ts';
import type { Agreed } from '../statistics/consensus.ts';
import type { Representative } from '../statistics/representative.ts';
import type { Side } from '../statistics/standing.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { snaked } from './snaked.ts';

export type Answerable = {
	readonly ballots: Ballots;
	readonly map: OpinionMap;
	readonly grouping: Grouping;
	readonly statistics: Statistics;
};

/** What both profiles answer, with the names that Polis's exports and the checker of conversation packs use. */
export function commonAnswer(report: Answerable) {
	const { ballots, map, grouping, statistics } = report;
	const { agree, disagree } = statistics.consensus;
	return {
		groups: byPerson(ballots, (at) => grouping.ids[grouping.of[at]!], grouping),
		projection: byPerson(ballots, (at) => [map.people[2 * at], map.people[2 * at + 1]]),
		pca: axesAnswer(ballots, map),
		consensus: {
			agree: agree.map(({ statement }) => idValue(ballots.statements[statement]!)),
			disagree: disagree.map(({ statement }) => idValue(ballots.statements[statement]!))
		},
		consensus_items: {
			agree: agree.map((one) => consensusItem(report, one, 'agree')),
			disagree: disagree.map((one) => consensusItem(report, one, 'disagree'))
		},
		repness: Object.fromEntries(
			statistics.representative.map((list, group) => [
				String(grouping.ids[group]),
				list.map((one) => representativeItem(report, group, one))
			])
		),
		group_aware_consensus: byStatement(ballots, statistics.groupInformed),
		priority: byStatement(ballots, statistics.priority)
	};
}

function byPerson(ballots: Ballots, value: (at: number) => unknown, grouping?: Grouping) {
	const places = [...ballots.people.keys()].filter((at) => !grouping || grouping.of[at]! >= 0);
	return Object.fromEntries(places.map((at) => [ballots.people[at]!, value(at)]));
}

function byStatement({ statements }: Ballots, values: Float64Array) {
	return Object.fromEntries(statements.map((id, at) => [id, values[at]!]));
}

function axesAnswer({ statements }: Ballots, { axes, means, extremity }: OpinionMap) {
	return {
		statements: statements.map(idValue),
		center: [...means],
		comp1: [...axes.first],
		comp2: [...axes.second],
		extremity: [...extremity],
		eigenvalues_sumsq: axes.strengths
	};
}

function representativeItem(
	{ ballots, grouping, statistics }: Answerable,
	group: number,
	one: Representative
) {
	const { statement, side, standing, isBestAgree } = one;
	const agrees = side === 'agree';
	const grouped = grouping.sizes.reduce((sum, size) => sum + size, 0);
	const inside = evidenceOf(statistics.counts, group, statement, grouping.sizes[group]!);
	const outside = evidenceOfOthers(statistics.counts, group, statement, grouped - grouping.sizes[group]!);
	return {
		tid: idValue(ballots.statements[statement]!),
		for: side,
		...(isBestAgree ? { 'best-agree': true } : {}),
		'n-success': inside[side],
		'n-trials': inside.seen,
		'p-success': agrees ? standing.pa : standing.pd,
		'p-test': agrees ? standing.pat : standing.pdt,
		repness: agrees ? standing.ra : standing.rd,
		'repness-test': agrees ? standing.rat : standing.rdt,
		inside: snaked(inside),
		others: snaked(outside),
		sentence: representativeSentence(grouping.names[group]!, inside, outside, side)
	};
}

function consensusItem({ ballots, statistics }: Answerable, { statement, share, test }: Agreed, side: Side) {
	const { agree, disagree, seen } = statistics.everybody;
	const people = ballots.people.length;
	const found = evidence(agree[statement]!, disagree[statement]!, seen[statement]!, people);
	return {
		tid: idValue(ballots.statements[statement]!),
		for: side,
		'p-success': share,
		'p-test': test,
		...snaked(found),
		sentence: consensusSentence(found, side)
	};
}
