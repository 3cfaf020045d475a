import type { CallContent } from './call.schema.ts';
import { saidOf } from './terms/terms.ts';

export type CallDates = {
	zone: string;
	opensAt: Date | null;
	closesAt: Date | null;
	decisionsBy: string | null;
	runsFrom: string | null;
	runsTo: string | null;
};

/** The pages of the desk on which a call is written. */
export const parts = [
	'about',
	'campaigns',
	'who',
	'offer',
	'money',
	'time',
	'choice',
	'terms',
	'keeping',
	'contact',
	'dates'
] as const;
export type Part = (typeof parts)[number];

/** Something a reader would look for and not find. `stops`: it cannot be published without. */
export type Gap = { code: string; part: Part; stops: boolean };

/** What is missing, in the order of the page. Applicants plan by the dates, so those stop; the rest is told loudly. */
export function gapsIn(content: CallContent, dates: CallDates): Gap[] {
	return [...gapsInDates(dates), ...gapsInWords(content)];
}

export function stopping(gaps: readonly Gap[]): Gap[] {
	return gaps.filter((gap) => gap.stops);
}

function gapsInDates({ opensAt, closesAt, decisionsBy, runsFrom }: CallDates): Gap[] {
	const inOrder = !opensAt || !closesAt || opensAt < closesAt;
	return [
		...missing('opens', 'dates', opensAt, true),
		...missing('closes', 'dates', closesAt, true),
		...missing('order', 'dates', inOrder, true),
		...missing('decisions', 'dates', decisionsBy),
		...missing('runs', 'dates', runsFrom)
	];
}

function gapsInWords(content: CallContent): Gap[] {
	const { eligibility, offer, stipend, time, places, selection, keep, contact } = content;
	const goals = [...content.changeGoals, ...content.otherGoals];
	const whatFor = [content.purpose, content.summary, ...goals, ...offer.outcomes, ...offer.support];
	const offered = [...offer.sessions, ...offer.support, ...offer.outcomes];
	return [
		...missing('what-for', 'about', whatFor.find(Boolean), true),
		...missing('purpose', 'about', content.purpose || whatFor.every((one) => !one)),
		...missing('goals', 'campaigns', goals.length),
		...missing('who', 'who', eligibility.must.length),
		...missing('not', 'who', eligibility.not.length),
		...missing('offered', 'offer', offered.length),
		...missing('money', 'money', stipend.amount !== null || stipend.note || content.cost !== null),
		...missing('time', 'time', time.hoursPerMonth !== null || time.note),
		...missing('places', 'time', places.max),
		...missing('topics', 'offer', content.topics.length),
		...missing('criteria', 'choice', selection.criteria.length),
		...missing(
			'weights',
			'choice',
			selection.criteria.every(({ weight, use }) => weight !== null || use === 'shown')
		),
		...missing('rules', 'choice', selection.rule || selection.rules.length),
		...missing('ties', 'choice', selection.ties),
		...missing('who-decides', 'choice', selection.whoDecides),
		...missing(
			'anchors',
			'choice',
			selection.criteria.every(({ anchors }) => anchors?.length)
		),
		...gapsInTerms(content),
		...missing('keep', 'keeping', keep.months !== null && keep.what),
		...missing('funders', 'contact', content.funders.length),
		...missing('contact', 'contact', contact.email)
	];
}

/** What is usual is done where a host says nothing; but whoever applies should have read it first. */
function gapsInTerms(content: CallContent): Gap[] {
	const { names, readers, parts, attributes, lots, reserves, quorum, chair } = saidOf(content);
	return [
		...missing('readers', 'terms', readers),
		...missing('names', 'terms', names),
		...missing('parts', 'terms', parts.difference !== null),
		...missing('attributes', 'terms', attributes.length),
		...missing('lots', 'terms', lots),
		...missing('reserves', 'terms', reserves !== null),
		...missing('quorum', 'terms', quorum),
		...missing('chair', 'terms', chair.length)
	];
}

function missing(code: string, part: Part, there: unknown, stops = false): Gap[] {
	return there ? [] : [{ code, part, stops }];
}
