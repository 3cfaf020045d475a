import * as m from '#words';
import { kindsOfCampaign } from './campaign.ts';
import type { CallContent } from './call.schema.ts';
import type { CallView } from './server/call-views.ts';
import { datesShown, type DateLine } from './call-dates-shown.ts';
import {
	capital,
	goalNames,
	isAboutCampaigns,
	kindNames,
	moneyOf,
	placesName,
	placesOf,
	runsOf,
	sessionOf
} from './call-words.ts';
import { getLocale, type Locale } from '#words/addresses';
import { sentenceOfInstant } from '#words/dates';
import { termSentences } from './terms/terms-words.ts';
import type { Table } from './release/numbers.ts';
import { linesShown, totalsShown } from './release/numbers-shown.ts';
import { langAt } from './tongues/heard.ts';

/*
 * The call as a document: what the page shows and what the PDF prints, in one order. What the host has not said has
 * no section. `ours`: written by Placard in the reader's language. `lang`: the main language of the call, where what
 * the host wrote there is not said in the reader's.
 */

export type Pair = { name: string; text: string };
export type Block = { lang?: Locale | undefined } & (
	| { is: 'text'; text: string; ours?: boolean; title?: string }
	| { is: 'list'; items: string[]; title?: string; ours?: boolean; marked?: 'yes' | 'no' }
	| { is: 'pairs'; pairs: Pair[]; title?: string; lead?: string; ours?: boolean }
	| { is: 'criteria'; title: string; rows: CallContent['selection']['criteria'] }
	| { is: 'quote'; lead: string; text: string }
	| { is: 'dates'; dates: DateLine[] }
	| { is: 'contact'; ask: string; email: string; note: string }
	| { is: 'changes'; changes: { what: string; when: string; at: string; note: string }[] }
);
export type Section = { id: string; title: string; blocks: Block[] };

/** The language of what the host wrote in a section, where some of it is not in the reader's. Notes of changes say theirs. */
export function foreignIn({ blocks }: Section): Locale | undefined {
	return blocks.find((block) => block.lang && block.is !== 'changes')?.lang;
}

export function documentOf(view: CallView): Section[] {
	const { says } = view;
	return [
		section('purpose', m.call_purpose(), [text(says.purpose, { lang: langAt(view, 'purpose') })]),
		isAboutCampaigns(says) ? section('campaigns', m.call_about_data(), aboutData(view)) : undefined,
		section('who', m.call_who(), who(view)),
		section('offer', m.call_offer(), offer(view)),
		section('ask', m.call_ask(), asked(view)),
		section('choice', m.call_choice(), choice(view)),
		section('panel', m.terms_title(), [list(termSentences(view), { ours: true })]),
		section('decided', m.release_numbers_title(), decided(view)),
		section('dates', m.call_dates(), [dates(view)]),
		section('keep', m.call_keep(), keep(view)),
		section('funders', m.call_funders(), [list(says.funders)]),
		section('contact', m.call_contact(), contact(view)),
		section('changes', m.call_changes(), changes(view))
	].filter((one) => one !== undefined);
}

/** Short blocks with titles of their own stand beside each other where there is room. */
export function besideEachOther(blocks: Block[]): Block[][] {
	const groups: Block[][] = [];
	for (const block of blocks) {
		const last = groups.at(-1)?.at(-1);
		if (last && isShort(last) && isShort(block)) groups.at(-1)!.push(block);
		else groups.push([block]);
	}
	return groups;
}

function isShort(block: Block): boolean {
	return (block.is === 'list' || block.is === 'text') && block.title !== undefined;
}

function aboutData(view: CallView): (Block | undefined)[] {
	const { changeGoals, otherGoals, kinds } = view.says;
	const goals = changeGoals.map((goal) => ({ name: goalNames[goal].name(), text: goalNames[goal].is() }));
	const shown = kinds.length ? kinds : kindsOfCampaign.map((kind) => ({ kind, example: '' }));
	const ours = kinds.length === 0;
	return [
		text(m.call_about_data_lead(), { ours: true }),
		list(thisIs(), { title: m.call_this_is(), ours: true, marked: 'yes' }),
		list(thisIsNot(), { title: m.call_this_is_not(), ours: true, marked: 'no' }),
		{ is: 'quote', lead: m.call_try(), text: m.call_try_sentence() },
		goals.length ? { is: 'pairs', title: m.call_goals(), pairs: goals, ours: true } : undefined,
		list(otherGoals, {
			...(goals.length ? {} : { title: m.call_goals() }),
			lang: langAt(view, 'otherGoals')
		}),
		{
			is: 'pairs',
			title: m.call_kinds(),
			lead: m.call_kinds_lead(),
			pairs: shown.map(({ kind, example }) => ({
				name: kindNames[kind].name(),
				text: example || kindNames[kind].example()
			})),
			...(ours ? { ours } : { lang: langAt(view, 'kinds') })
		}
	];
}

function thisIs(): string[] {
	return [m.call_this_is_1(), m.call_this_is_2(), m.call_this_is_3(), m.call_this_is_4()];
}

function thisIsNot(): string[] {
	return [m.call_this_is_not_1(), m.call_this_is_not_2(), m.call_this_is_not_3()];
}

function who(view: CallView): (Block | undefined)[] {
	const { must, welcome, not } = view.says.eligibility;
	const at = (place: string) => ({ lang: langAt(view, `eligibility/${place}`) });
	return [
		list(must, { title: m.call_must(), marked: 'yes', ...at('must') }),
		list(welcome, { title: m.call_welcome(), ...at('welcome') }),
		list(not, { title: m.call_not(), marked: 'no', ...at('not') })
	];
}

function offer(view: CallView): (Block | undefined)[] {
	const { says } = view;
	const at = (place: string) => ({ lang: langAt(view, place) });
	const { sessions, support, outcomes, adaptations } = says.offer;
	return [
		list(sessions.map(sessionOf), { title: m.call_sessions(), ...at('offer/sessions') }),
		list(support, { title: m.call_support(), ...at('offer/support') }),
		list(says.topics, { title: m.call_topics(), ...at('topics') }),
		list(outcomes, { title: m.call_outcomes(), ...at('offer/outcomes') }),
		list(moneyOf(says), { title: m.call_money(), ours: true }),
		list(says.expenses, { title: m.call_expenses(), ...at('expenses') }),
		text(capital(adaptations), { title: m.call_adaptations(), ...at('offer/adaptations') })
	];
}

function asked(view: CallView): (Block | undefined)[] {
	const { time, reporting } = view.says;
	const hours = time.hoursPerMonth === null ? '' : m.call_hours({ count: time.hoursPerMonth });
	const runs = runsOf(view);
	return [
		list([hours, runs ? capital(runs) : ''], { ours: true }),
		text(capital(time.note), { lang: langAt(view, 'time/note') }),
		list(reporting, { title: m.call_reporting(), lang: langAt(view, 'reporting') })
	];
}

function choice(view: CallView): (Block | undefined)[] {
	const { rule, criteria, rules, ties, whoDecides } = view.says.selection;
	const at = (place: string) => ({ lang: langAt(view, `selection/${place}`) });
	const places = placesOf(view.says);
	return [
		list(places ? [`${capital(places)} ${placesName(view.says)}`] : [], { ours: true }),
		text(capital(rule), at('rule')),
		criteria.length
			? { is: 'criteria', title: m.call_criteria(), rows: criteria, ...at('criteria') }
			: undefined,
		...criteria.map(({ name, anchors }) =>
			list(anchors ?? [], { title: m.terms_anchors({ criterion: name }), ...at('criteria') })
		),
		list(rules, { title: m.call_rules(), ...at('rules') }),
		text(capital(ties), { title: m.call_ties(), ...at('ties') }),
		text(capital(whoDecides), { title: m.call_who_decides(), ...at('whoDecides') })
	];
}

/** How it was decided, once everybody has heard: what the host says of it, and how many there were. */
function decided({ published, says }: CallView): (Block | undefined)[] {
	if (!published) return [];
	const { numbers, reasons } = published;
	const lang = says.language === getLocale() ? undefined : says.language;
	const table = (title: string, of: Table | null): Block | undefined =>
		of ? { is: 'pairs', title, pairs: linesShown(of), ours: true } : undefined;
	return [
		list(totalsShown(numbers), { ours: true }),
		table(m.release_numbers_by_region(), numbers.byRegion),
		table(m.release_numbers_by_kind(), numbers.byKind),
		text(reasons, { title: m.release_numbers_reasons(), lang })
	];
}

function dates(view: CallView): Block | undefined {
	const shown = datesShown(view);
	return shown.length ? { is: 'dates', dates: shown } : undefined;
}

function keep(view: CallView): (Block | undefined)[] {
	const { says, keeping } = view;
	const rules = [
		m.call_keep_months({ count: keeping.months }),
		m.call_keep_drafts({ count: keeping.draftDays }),
		m.call_keep_withdraw()
	];
	return [text(says.keep.what, { lang: langAt(view, 'keep/what') }), list(rules, { ours: true })];
}

function contact(view: CallView): (Block | undefined)[] {
	const { name, email, note } = view.says.contact;
	if (!name && !email && !note) return [];
	return [
		{
			is: 'contact',
			ask: name ? m.call_contact_ask({ name }) : '',
			email,
			note,
			lang: langAt(view, 'contact/note')
		}
	];
}

function changes(view: CallView): (Block | undefined)[] {
	if (!view.changes.length) return [];
	const names = {
		corrected: m.call_change_corrected,
		closed: m.call_change_closed,
		reopened: m.call_change_reopened
	};
	return [
		{
			is: 'changes',
			// Notes are written in the main language alone.
			...(view.says.language === getLocale() ? {} : { lang: view.says.language }),
			changes: view.changes.map(({ at, kind, note }) => ({
				what: names[kind](),
				when: sentenceOfInstant(at, view.zone),
				at: at.toISOString(),
				note
			}))
		}
	];
}

function section(id: string, title: string, blocks: (Block | undefined)[]): Section | undefined {
	const there = blocks.filter((block) => block !== undefined);
	return there.length ? { id, title, blocks: there } : undefined;
}

function text(
	words: string,
	more: { ours?: boolean; title?: string; lang?: Locale | undefined } = {}
): Block | undefined {
	return words ? { is: 'text', text: words, ...more } : undefined;
}

function list(
	items: string[],
	more: { title?: string; ours?: boolean; marked?: 'yes' | 'no'; lang?: Locale | undefined } = {}
): Block | undefined {
	const there = items.filter(Boolean).map(capital);
	return there.length ? { is: 'list', items: there, ...more } : undefined;
}
