import { questionsOf, say, type Form } from '#areas/forms';
import { kindNames } from '../call-words.ts';
import type { KindOfCampaign } from '../campaign.ts';
import { excerptOf, type Excerpt } from '../caseload/excerpt.ts';
import type { Wanted } from '../caseload/looking.ts';
import type { CaseView, Desk } from '../caseload/server/case-views.ts';
import { facets, type Chosen, type Facet } from '../expression-list.schema.ts';
import { stageNames } from '../expression-list-words.ts';
import { stages } from '../starter-options.ts';
import { nobody, type FacetCount } from './expression-list.sql.ts';
import type { ExpressionView } from './expression-views.ts';

/** One line of the list: what tells it from the others at a glance. */
export type Entry = {
	reference: string;
	state: 'sent' | 'typing';
	name: string;
	community: string;
	change: string;
	kind: string;
	stage: string;
	region: string;
	way: Way;
	sentAt: Date | null;
	/** Some of it is said in a recording. */
	recording: boolean;
	/** An answer was changed since it was sent. */
	changed: boolean;
	notes: number;
	/** Where what was looked for stands in it. */
	excerpt: Excerpt | null;
	/** Tags, and who looks after it. */
	case: CaseView;
};
export type Way = 'web' | 'paper' | 'telephone';
/** What is kept beside an expression, that many can be listed with. */
export type Beside = { changed: boolean; notes: number; wanted: readonly Wanted[]; case: CaseView };

export function entryFor(view: ExpressionView, { changed, notes, wanted, case: own }: Beside): Entry {
	const said = saidIn(view);
	return {
		reference: view.reference,
		state: view.submittedAt ? 'sent' : 'typing',
		name: said('group') || view.reference,
		community: firstOf(said('community')),
		change: firstOf(said('change')),
		kind: beforeColon(said('kind')),
		stage: shortStage(said('stage')),
		region: said('region') || said('place'),
		way: view.enteredFrom ?? 'web',
		sentAt: view.submittedAt,
		recording: Boolean(said('recording-link') || said('recording-file') || said('letter')),
		changed,
		notes,
		excerpt: excerptOf(
			view.sections.flatMap((section) => section.answers),
			wanted
		),
		case: own
	};
}

/** What an answer says, by its key; '' when there is none, or it is not shown to many. */
function saidIn({ sections }: ExpressionView): (key: string) => string {
	const answers = new Map(sections.flatMap((section) => section.answers.map((one) => [one.key, one.text])));
	return (key) => answers.get(key)?.join('; ') ?? '';
}

/** The beginning, in whole words, as much as a line or two hold. */
export function firstOf(text: string, most = 180): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	if (line.length <= most) return line;
	return `${line.slice(0, most).replace(/[\s\p{P}]+\S*$/u, '')}…`;
}

/** "Access", of "Access: seeing data that others keep to themselves". */
function beforeColon(label: string): string {
	return label.split(':')[0]!;
}

/** "Under way", of "We are campaigning now". */
function shortStage(label: string): string {
	const stage = stages.find((one) => say(one.label) === label);
	return (stage && stageNames[stage.value]?.()) ?? label;
}

export type FacetOption = { value: string; label: string; count: number };
export type FacetView = { facet: Facet; options: FacetOption[]; chosen: string | null };
export type Counted = { all: number; shown: number; facets: FacetView[] };

type Asking = { forms: readonly Form[]; desk: Desk; me: string | null };

/** The options of each filter with how many they give: those that the form has, and any other that somebody chose. */
export function countedView(counts: readonly FacetCount[], chosen: Chosen, asking: Asking): Counted {
	const of = (facet: FacetCount['facet']) =>
		counts.filter((one) => one.facet === facet).map((one) => mineOf(one, asking.me));
	const labels = labelsFor(asking);
	return {
		all: of('all')[0]?.count ?? 0,
		shown: of('shown')[0]?.count ?? 0,
		facets: facets.map((facet) => {
			const found = new Map(of(facet).map(({ option, count }) => [option, count]));
			const known = labels[facet];
			const others = [...found.keys(), ...(chosen[facet] ? [chosen[facet]] : [])];
			const values = [...new Set([...known.keys(), ...others])];
			const options = values.map((value) => ({
				value,
				label: known.get(value) ?? value,
				count: found.get(value) ?? 0
			}));
			return { facet, options, chosen: chosen[facet] ?? null };
		})
	};
}

/** What is one's own is found under that, whoever looks; an address with it can be sent to a colleague. */
function mineOf(count: FacetCount, me: string | null): FacetCount {
	return count.facet === 'assigned' && count.option === me ? { ...count, option: 'mine' } : count;
}

/**
 * Options of questions are called as the newest form calls them that has them. A form without such a question gives its
 * filter no options. How it came and where it stands is said by the page.
 */
function labelsFor({ desk, me, forms }: Asking): Record<Facet, Map<string, string>> {
	const questions = forms.flatMap(questionsOf);
	const optionsOf = (key: string) => {
		const asked = questions.filter((question) => question.key === key);
		const options = asked.flatMap((question) => ('options' in question ? question.options : []));
		const newest = options.filter(({ value }, n) => options.findIndex((one) => one.value === value) === n);
		return new Map(newest.map(({ value, label }) => [value, shortName(key, value) ?? say(label)]));
	};
	const named = (values: readonly string[]) => new Map(values.map((value) => [value, value]));
	const byId = (all: readonly { id: string; name: string }[]) =>
		new Map(all.map(({ id, name }) => [id, name]));
	const colleagues = desk.people.filter(({ id }) => id !== me);
	return {
		assigned: new Map([...named(['mine', nobody]), ...byId(colleagues)]),
		tag: byId(desk.tags),
		state: named(['sent']),
		kind: optionsOf('kind'),
		stage: optionsOf('stage'),
		region: optionsOf('region'),
		way: named(['web', 'paper', 'telephone'])
	};
}

function shortName(key: string, value: string): string | undefined {
	if (key === 'stage') return stageNames[value]?.();
	return key === 'kind' ? kindNames[value as KindOfCampaign]?.name() : undefined;
}
