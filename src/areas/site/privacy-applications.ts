import type { Locale } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import * as m from '#words';
import { list, part, text, type Block, type Part } from './notice.ts';

type Asked = {
	key: string;
	label: string;
	seenBy: 'panel' | 'staff' | 'later' | 'access';
	personal: boolean;
};
type CallFacts = {
	slug: string;
	name: string;
	language: Locale;
	keeping: { months: number; draftDays: number };
	says: string;
	asks: Asked[];
	arrangers: string[];
};

/** What the calls really ask and keep, as `programmes.showPractices` tells it. */
export type PracticeFacts = {
	calls: CallFacts[];
	daysToPurge: number;
	daysOpen: number;
	daysArriving: number;
	questions: { answered: number; unanswered: number };
	equality: { asks: string[]; smallestShown: number };
};

export function applicationParts(facts: PracticeFacts): Part[] {
	if (!facts.calls.length)
		return part('applying', m.site_privacy_applying(), text(m.site_privacy_no_calls()));
	return [
		...part('applying', m.site_privacy_applying(), text(m.site_privacy_as_you_go()), ...asked(facts.calls)),
		...part('keeping', m.site_privacy_keeping(), ...keeping(facts)),
		...part('choosing', m.site_privacy_choosing(), chosen()),
		...part('equality', m.site_privacy_equality(), ...equality(facts))
	];
}

/** Calls that ask the same are told together. */
function asked(calls: CallFacts[]): Block[] {
	const groups = Map.groupBy(calls, ({ asks, arrangers }) => JSON.stringify([asks, arrangers]));
	return [...groups.values()].map((group) => questionsAsked(group, group.length === calls.length));
}

/** The questions of a form by who reads the answers, since that is what people ask about. */
function questionsAsked(group: CallFacts[], isAll: boolean): Block {
	const { asks, arrangers } = group[0]!;
	const names = group.map(({ name }) => `“${name}”`);
	const byReader = Map.groupBy(asks, ({ seenBy }) => reader(seenBy, arrangers));
	return {
		is: 'groups',
		title: isAll ? m.site_privacy_asked_all() : m.site_privacy_asked({ calls: enumerate(names) }),
		groups: [...byReader].map(([title, questions]) => ({
			title: m.site_privacy_read_by({ reader: title }),
			items: questions.map(({ label, personal }) =>
				personal ? m.site_privacy_personal({ question: label }) : label
			)
		}))
	};
}

function reader(seenBy: Asked['seenBy'], arrangers: string[]): string {
	if (seenBy === 'panel') return m.site_privacy_reads_panel();
	if (seenBy === 'staff') return m.site_privacy_reads_staff();
	if (seenBy === 'later') return m.site_privacy_reads_later();
	return arrangers.length
		? m.site_privacy_reads_access({ people: enumerate(arrangers) })
		: m.site_privacy_reads_nobody();
}

function keeping({ calls, daysToPurge, daysOpen, daysArriving, questions }: PracticeFacts): Block[] {
	return [
		{
			is: 'table',
			caption: m.site_privacy_until_when(),
			columns: [m.site_privacy_call(), m.site_privacy_draft(), m.site_privacy_sent()],
			rows: calls.map(({ name, keeping: { months, draftDays } }) => [
				name,
				m.site_privacy_draft_until({ time: m.site_days({ count: draftDays }) }),
				m.site_privacy_sent_until({ time: m.site_months({ count: months }) })
			])
		},
		list(
			m.site_privacy_withdrawn({ time: m.site_days({ count: daysToPurge }) }),
			m.site_privacy_open({ time: m.site_days({ count: daysOpen }) }),
			m.upload_privacy({ time: m.site_days({ count: daysArriving }) }),
			m.site_privacy_questions({
				answered: m.site_days({ count: questions.answered }),
				unanswered: m.site_days({ count: questions.unanswered })
			}),
			m.together_privacy(),
			m.site_privacy_notes(),
			m.site_privacy_husk()
		),
		...calls.filter(({ says }) => says).map(ownWords)
	];
}

/** As db/kept.ts says of each table; tests/privacy.test.ts holds the two together. */
function chosen(): Block {
	return list(
		m.site_privacy_chosen_panel(),
		m.site_privacy_chosen_decision(),
		m.site_privacy_chosen_how(),
		m.site_privacy_chosen_place(),
		m.site_privacy_chosen_campaign(),
		m.site_privacy_chosen_line()
	);
}

function ownWords({ name, says, language }: CallFacts): Block {
	return { is: 'own', title: m.site_privacy_says({ call: name }), said: { text: says, lang: language } };
}

function equality({ equality: { asks, smallestShown } }: PracticeFacts): Block[] {
	return [text(m.site_privacy_equality_how({ least: smallestShown })), list(...asks)];
}

function enumerate(items: string[]): string {
	return new Intl.ListFormat(formatsIn(), { type: 'conjunction' }).format(items);
}
