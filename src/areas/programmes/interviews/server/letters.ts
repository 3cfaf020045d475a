import { template, type Block } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { wayBack } from '../../server/expression-letters.ts';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { invitationState, type InvitationState } from '../interviews.ts';
import { findInvitation } from './interview.sql.ts';

type InterviewLetter = LetterView & { words: string; until: string; at: string | null; own: string | null };

async function interviewLetter(
	context: Context,
	{ invitation }: Details,
	states: readonly InvitationState[]
): Promise<InterviewLetter | undefined> {
	const row = await findInvitation(context.db, String(invitation));
	const view = row && (await letterView(context, { expression: row.expression }, ['sent']));
	if (!view || !states.includes(invitationState(row, context.now))) return undefined;
	const { zone } = view.expression.call;
	const own = row.slotAt && row.zone && row.zone !== zone ? sentenceOfInstant(row.slotAt, row.zone) : null;
	return {
		...view,
		words: row.words,
		until: sentenceOfInstant(row.until, zone),
		at: row.slotAt && sentenceOfInstant(row.slotAt, zone),
		own
	};
}

type Words = {
	called: () => string;
	subject: (details: { reference: string }) => string;
	when: readonly InvitationState[];
	body: (view: InterviewLetter) => Block[];
};

/** Neither links of video calls nor what somebody needs are in a letter: they are on the page. */
function letter(name: string, { called, subject, when, body }: Words): void {
	template<InterviewLetter>(name, {
		called,
		on: (context, details) => interviewLetter(context, details, when),
		subject: ({ expression: { reference } }) => subject({ reference }),
		body: (view) => [...body(view), ...wayBack(view)]
	});
}

const programme = ({ expression }: InterviewLetter) => ({ programme: expression.call.name });
const time = ({ at, own }: InterviewLetter): Block[] => [
	{
		facts: [
			[m.asking_talk_time(), at ?? ''],
			...(own ? [[m.asking_talk_own_time(), own] as [string, string]] : [])
		]
	},
	m.asking_mail_talk_page()
];

letter('interview-invited', {
	called: m.asking_mail_invited_called,
	when: ['invited'],
	subject: m.asking_mail_invited_subject,
	body: (view) => [
		m.asking_mail_invited(programme(view)),
		view.words,
		m.asking_mail_invited_until({ until: view.until }),
		m.asking_mail_invited_no()
	]
});

letter('interview-choose', {
	called: m.asking_mail_choose_called,
	when: ['invited'],
	subject: m.asking_mail_invited_subject,
	body: (view) => [
		m.asking_mail_choose(programme(view)),
		m.asking_mail_invited_until({ until: view.until }),
		m.asking_mail_invited_no()
	]
});

letter('interview-chosen', {
	called: m.asking_mail_chosen_called,
	when: ['chosen'],
	subject: m.asking_mail_chosen_subject,
	body: (view) => [m.asking_mail_chosen(programme(view)), ...time(view)]
});

letter('interview-reminder', {
	called: m.asking_mail_talk_reminder_called,
	when: ['chosen'],
	subject: m.asking_mail_chosen_subject,
	body: (view) => [m.asking_mail_talk_reminder(programme(view)), ...time(view)]
});

letter('interview-cancelled', {
	called: m.asking_mail_cancelled_called,
	when: ['invited', 'over'],
	subject: m.asking_mail_cancelled_subject,
	body: (view) => [
		m.asking_mail_cancelled(programme(view)),
		m.asking_mail_invited_until({ until: view.until })
	]
});

letter('interview-withdrawn', {
	called: m.asking_mail_uninvited_called,
	when: ['withdrawn'],
	subject: m.asking_mail_cancelled_subject,
	body: (view) => [m.asking_mail_uninvited(programme(view))]
});
