import { idValue } from '../ids.ts';
import { evidence, evidenceOf, type Evidence } from '../lists/evidence.ts';
import { divisiveSentence, geometricSentence, maximinSentence, slateSentence } from '../lists/sentences.ts';
import type { PlacardReport } from '../placard/report.ts';
import { snaked } from './snaked.ts';

/** The lists of the placard profile: each item with its counts, rates, intervals and a sentence. */
export function listAnswers(report: PlacardReport) {
	const { lists } = report;
	return {
		maximin: [...lists.maximin.agree, ...lists.maximin.disagree].map((one) => maximinItem(report, one)),
		geometric_consensus: [...lists.geometric.agree, ...lists.geometric.disagree].map((one) =>
			geometricItem(report, one)
		),
		divisive: lists.divisive.map((one) => divisiveItem(report, one)),
		slate: lists.slate.map((one) => slateItem(report, one))
	};
}

type ItemOf<List extends readonly unknown[]> = List[number];

function inGroup({ statistics, grouping }: PlacardReport, group: number, statement: number): Evidence {
	return evidenceOf(statistics.counts, group, statement, grouping.sizes[group]!);
}

function allGrouped({ statistics: { counts }, grouping }: PlacardReport, statement: number): Evidence {
	const sum = (of: Int32Array) => {
		let total = 0;
		for (let at = statement; at < of.length; at += counts.statements) total += of[at]!;
		return total;
	};
	const people = grouping.sizes.reduce((total, size) => total + size, 0);
	return evidence(sum(counts.agree), sum(counts.disagree), sum(counts.seen), people);
}

/** What every item carries: the statement, all people in groups together, and each group. */
function base(report: PlacardReport, statement: number) {
	const { ballots, grouping } = report;
	return {
		tid: idValue(ballots.statements[statement]!),
		...snaked(allGrouped(report, statement)),
		by_group: Object.fromEntries(
			grouping.names.map((_, group) => [
				String(grouping.ids[group]),
				snaked(inGroup(report, group, statement))
			])
		)
	};
}

function maximinItem(report: PlacardReport, one: ItemOf<PlacardReport['lists']['maximin']['agree']>) {
	const { names } = report.grouping;
	const found = inGroup(report, one.group, one.statement);
	return {
		for: one.side,
		value: one.value,
		least_favourable_group: report.grouping.ids[one.group],
		...base(report, one.statement),
		sentence: maximinSentence(names[one.group]!, found, one.side, names.length)
	};
}

function geometricItem(report: PlacardReport, one: ItemOf<PlacardReport['lists']['geometric']['agree']>) {
	return {
		for: one.side,
		value: one.mean,
		lower_bound: one.value,
		product: one.product,
		...base(report, one.statement),
		sentence: geometricSentence(one.mean, one.value, one.side, report.grouping.names.length)
	};
}

function divisiveItem(report: PlacardReport, one: ItemOf<PlacardReport['lists']['divisive']>) {
	const { grouping } = report;
	const side = (group: number): [string, Evidence] => [
		grouping.names[group]!,
		inGroup(report, group, one.statement)
	];
	return {
		difference: one.difference,
		interval: one.interval,
		groups: [grouping.ids[one.more], grouping.ids[one.less]],
		...base(report, one.statement),
		sentence: divisiveSentence(side(one.more), side(one.less), one.interval)
	};
}

function slateItem(report: PlacardReport, one: ItemOf<PlacardReport['lists']['slate']>) {
	return {
		value: one.value,
		first: one.first,
		reached: one.reached,
		...base(report, one.statement),
		sentence: slateSentence(allGrouped(report, one.statement), one.first, one.reached)
	};
}
