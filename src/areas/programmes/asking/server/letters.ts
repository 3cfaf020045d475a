import { template, type Block } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { wayBack } from '../../server/expression-letters.ts';
import { reopeningState, type ReopeningState } from '../asking.ts';
import { findReopening } from './reopening.sql.ts';

type MoreLetter = LetterView & { why: string; until: string; labels: string[] };

/** Nothing is sent about what is no longer so. What concerns access is named on the page, and in no letter. */
async function moreLetter(
	context: Context,
	details: Details,
	states: readonly ReopeningState[]
): Promise<MoreLetter | undefined> {
	const view = await letterView(context, details, ['sent']);
	const row = view && (await findReopening(context.db, String(details['reopening'])));
	if (!row || !states.includes(reopeningState(row, context.now))) return undefined;
	const named = new Set(row.questions.map(({ question }) => question));
	const answers = view.expression.sections.flatMap((section) => section.answers);
	return {
		...view,
		why: row.why,
		until: sentenceOfInstant(row.until, view.expression.call.zone),
		labels: answers.filter(({ key }) => named.has(key)).map(({ label }) => label)
	};
}

type Words = {
	called: () => string;
	subject: (details: { reference: string }) => string;
	when: readonly ReopeningState[];
	body: (view: MoreLetter) => Block[];
};

/** Their subjects name no programme: they show on locked screens. */
function letter(name: string, { called, subject, when, body }: Words): void {
	template<MoreLetter>(name, {
		called,
		on: (context, details) => moreLetter(context, details, when),
		subject: ({ expression: { reference } }) => subject({ reference }),
		body: (view) => [...body(view), ...wayBack(view)]
	});
}

const programme = ({ expression }: MoreLetter) => ({ programme: expression.call.name });
const open = (view: MoreLetter): Block[] => [
	m.asking_mail_why({ why: view.why }),
	...(view.labels.length ? [m.asking_mail_questions(), { list: view.labels }] : []),
	m.asking_mail_until({ until: view.until }),
	m.asking_mail_stays()
];

letter('more-asked', {
	called: m.asking_mail_asked_called,
	when: ['open'],
	subject: m.asking_mail_asked_subject,
	body: (view) => [m.asking_mail_asked(programme(view)), ...open(view)]
});

letter('more-moved', {
	called: m.asking_mail_moved_called,
	when: ['open'],
	subject: m.asking_mail_moved_subject,
	body: (view) => [m.asking_mail_moved(programme(view)), ...open(view)]
});

letter('more-reminder', {
	called: m.asking_mail_reminder_called,
	when: ['open'],
	subject: m.asking_mail_reminder_subject,
	body: (view) => [m.asking_mail_reminder(programme(view)), ...open(view)]
});

letter('more-withdrawn', {
	called: m.asking_mail_withdrawn_called,
	when: ['withdrawn'],
	subject: m.asking_mail_withdrawn_subject,
	body: (view) => [m.asking_mail_withdrawn(programme(view))]
});
