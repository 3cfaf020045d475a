import { mint, queueMail, template, type Block } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import type { ExpressionState } from '../expression.ts';
import { typedForYou } from '../typed-up.ts';
import { aside } from './expression-views.ts';
import { leadOf } from '../together/server/person.sql.ts';
import { findExpressionById } from './expression.sql.ts';
import { letterView, type LetterView } from './letter-views.ts';
import { newReturnCode } from './ways-in.ts';

type Words = {
	subject: (view: LetterView) => string;
	body: (view: LetterView) => Block[];
	called: () => string;
	/** The states in which it is still worth sending. */
	when: readonly ExpressionState[];
	urgent?: boolean;
};

/** Letters to applicants. Their subjects name no programme: they show on locked screens. */
function letter(name: string, { subject, body, called, when, urgent = false }: Words): void {
	template<LetterView>(name, {
		on: (context, details) => letterView(context, details, when),
		subject,
		body: (view) => [...body(view), ...wayBack(view)],
		called,
		urgent
	});
}

/** Both are made when a letter is sent, for that letter. */
mint('return', async (context, { expression, co }) => {
	const row = await findExpressionById(context.db, String(expression));
	if (!row || row.erasedAt) return undefined;
	const lead = await leadOf(context.db, row.id);
	// Written to somebody who led it then, and does not now: their letter opens nothing.
	if (co !== undefined && co !== lead) return undefined;
	const code = await newReturnCode(context, { expression: row.id, co: lead });
	return { link: `/return/${code}`, code };
});

const reference = (view: LetterView) => ({ reference: view.expression.reference });
const programme = (view: LetterView) => ({ programme: view.expression.call.name });

letter('return-link', {
	called: m.apply_mail_link_called,
	when: ['draft', 'sent', 'withdrawn'],
	urgent: true,
	subject: (view) => m.apply_mail_link_subject(reference(view)),
	body: (view) => [m.apply_mail_link_why(programme(view)), ...closing(view)]
});

letter('expression-receipt', {
	called: m.apply_mail_receipt_called,
	when: ['sent'],
	urgent: true,
	subject: (view) => m.apply_mail_receipt_subject(reference(view)),
	body: (view) => [
		m.apply_mail_receipt_thanks(programme(view)),
		...typedForYou(view.expression),
		{ facts: received(view) },
		...next(view),
		...copy(view)
	]
});

letter('expression-reminder', {
	called: m.apply_mail_reminder_called,
	when: ['draft'],
	subject: (view) => m.apply_mail_reminder_subject({ ...reference(view), days: view.days }),
	body: (view) => [m.apply_mail_reminder_why(programme(view)), ...closing(view)]
});

letter('expression-deletion', {
	called: m.apply_mail_deletion_called,
	when: ['draft'],
	subject: (view) => m.apply_mail_deletion_subject({ ...reference(view), days: view.days }),
	body: (view) => [
		m.apply_mail_deletion_why({ ...programme(view), deleted: view.deleted ?? '' }),
		m.apply_mail_deletion_copy()
	]
});

letter('expression-moved', {
	called: m.apply_mail_moved_called,
	when: ['draft'],
	subject: (view) => m.apply_mail_moved_subject(reference(view)),
	body: (view) => [m.apply_mail_moved_why(programme(view)), ...closing(view)]
});

letter('expression-extended', {
	called: m.apply_mail_extended_called,
	when: ['draft', 'sent'],
	subject: (view) => m.apply_mail_extended_subject(reference(view)),
	body: (view) => [m.apply_mail_extended_why(programme(view)), ...closing(view)]
});

letter('expression-withdrawn', {
	called: m.apply_mail_withdrawn_called,
	when: ['withdrawn'],
	subject: (view) => m.apply_mail_withdrawn_subject(reference(view)),
	body: (view) => [
		m.apply_mail_withdrawn_why(programme(view)),
		m.apply_mail_withdrawn_deleted({ deleted: view.deleted ?? '' })
	]
});

letter('request-copy', {
	called: m.keeping_mail_copy_called,
	when: ['draft', 'sent', 'withdrawn'],
	urgent: true,
	subject: (view) => m.keeping_mail_copy_subject(reference(view)),
	body: (view) => [m.keeping_mail_copy_why(programme(view))]
});

/** Queues one, in the language in which the applicant last wrote. */
export async function writeTo(
	context: Context,
	template: string,
	to: { expression: string; email: string; locale: string },
	more: Details = {}
): Promise<void> {
	const lead = await leadOf(context.db, to.expression);
	await queueMail(context, {
		to: to.email,
		template,
		details: { expression: to.expression, ...(lead ? { co: lead } : {}), ...more },
		locale: to.locale,
		about: { kind: 'expression', id: to.expression }
	});
}

function closing({ ends, lastMinute }: LetterView): Block[] {
	return [m.apply_mail_closes({ ends, lastMinute })];
}

function received({ expression }: LetterView): [string, string][] {
	const { reference, begunAt, submittedAt, enteredFrom, call } = expression;
	const at = enteredFrom ? begunAt : submittedAt!;
	return [
		[m.apply_reference(), reference],
		[m.apply_received(), sentenceOfInstant(at, call.zone)]
	];
}

function next({ decisions, ends, expression }: LetterView): Block[] {
	const steps = [
		decisions ? m.apply_next_decision_by({ decisions }) : m.apply_next_decision(),
		...(expression.mayChange ? [m.apply_next_change({ ends })] : []),
		m.apply_next_withdraw()
	];
	return [{ heading: m.apply_next_title() }, { list: steps }];
}

/** Their own answers, when they asked for them in the letter; what concerns access, and what is for later, stays out of mail. */
function copy({ copyWanted, expression, keepsForLater }: LetterView): Block[] {
	if (!copyWanted) return [];
	const answers = expression.sections
		.filter(({ key }) => key !== aside)
		.flatMap(({ answers }) => answers)
		.filter(({ text }) => text.length)
		.map(({ label, text }): Block => ({ facts: [[label, text.join('; ')]] }));
	return [
		{ heading: m.apply_mail_copy_title() },
		...answers,
		m.apply_mail_copy_access(),
		...(keepsForLater ? [m.apply_mail_copy_later()] : [])
	];
}

/** At the foot of every letter to an applicant: their own way back in, and whom to ask. */
export function wayBack({ contact }: Pick<LetterView, 'contact'>): Block[] {
	return [
		{ secret: 'return.link', words: m.apply_mail_open() },
		{ secret: 'return.code', words: m.apply_return_code() },
		m.apply_mail_keep(),
		...(contact ? [m.apply_mail_contact({ contact })] : [])
	];
}
