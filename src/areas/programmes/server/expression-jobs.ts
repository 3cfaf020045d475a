import { every, on, type Context } from '#server/use-case';
import { mayRead } from '#server/files';
import { keepingOf } from '../call-keep.ts';
import { endsAt, ownEnd } from '../call.ts';
import { reminderDue, type Reminder } from '../expression-reminders.ts';
import { endingOf } from '../expression.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import { mayReadFile } from './expression-files.ts';
import { writeTo } from './expression-letters.ts';
import { findExpressionById, type ExpressionRow } from './expression.sql.ts';
import { tellApplicant } from './tell-applicant.ts';
import { listDraftsToTell, tellOnce } from './told.sql.ts';

mayRead('expression', mayReadFile);

on('expression.submitted', async function sendReceipt(context, { id }) {
	await tell(context, String(id), 'expression-receipt', 'receipt', ({ submittedAt }) => submittedAt);
});

on('expression.withdrawn', async function confirmWithdrawal(context, { id }) {
	await tell(context, String(id), 'expression-withdrawn', 'withdrawn', ({ withdrawnAt }) => withdrawnAt);
});

on('expression.extended', async function tellOfMoreTime(context, { id }) {
	// What staff are still typing up is with them; its applicant has sent it.
	await tell(context, String(id), 'expression-extended', 'extended', (row) =>
		row.enteredFrom && !row.submittedAt ? null : row.extendedUntil
	);
});

on('call.deadline-moved', tellOfMovedDeadline);
on('call.closed', tellOfMovedDeadline);
on('call.reopened', tellOfMovedDeadline);

every('*/10 * * * *', remindDrafts);

/** One letter about one expression, once for each instant that it is about. */
async function tell(
	context: Context,
	id: string,
	template: string,
	what: string,
	about: (row: ExpressionRow) => Date | null
): Promise<void> {
	const row = await findExpressionById(context.db, id);
	const instant = row && about(row);
	if (instant) await tellApplicant(context, row, { template, what, about: instant });
}

/** Everybody with a draft hears of it when the instant at which the call ends is another one. */
async function tellOfMovedDeadline(context: Context, { id }: { id?: unknown }): Promise<void> {
	const call = await findCall(context.db, String(id));
	if (!call?.closesAt) return;
	const about = endsAt(call);
	for (const { id: expression, email, locale } of await listDraftsToTell(context.db, call.id))
		if (await tellOnce(context.db, { expression, what: 'moved', about, at: context.now }))
			await writeTo(context, 'expression-moved', { expression, email, locale });
}

/** Days before the deadline, then days before an unsent draft is deleted. */
async function remindDrafts(context: Context): Promise<void> {
	const calls = new Map<string, StandingCall | undefined>();
	for (const draft of await listDraftsToTell(context.db)) {
		if (!calls.has(draft.call)) calls.set(draft.call, await findCall(context.db, draft.call));
		const due = dueFor(calls.get(draft.call)!, draft, context.now);
		if (due) await remind(context, draft, due);
	}
}

function dueFor(call: StandingCall, draft: ExpressionRow, now: Date): Reminder | undefined {
	if (!call.closesAt && !call.closedAt) return undefined;
	const own = { begunAt: draft.begunAt, zone: call.zone, now };
	const end = ownEnd(call, draft);
	if (now < end) return reminderDue('deadline', end, own);
	const ending = endingOf(call, draft, keepingOf(call.content));
	return ending ? reminderDue('deletion', ending.at, own) : undefined;
}

const templates = { deadline: 'expression-reminder', deletion: 'expression-deletion' } as const;

async function remind(
	context: Context,
	draft: ExpressionRow & { email: string },
	{ kind, days, about }: Reminder
) {
	const { id: expression, email, locale } = draft;
	if (await tellOnce(context.db, { expression, what: `${kind}-${days}`, about, at: context.now }))
		await writeTo(context, templates[kind], { expression, email, locale }, { days });
}
