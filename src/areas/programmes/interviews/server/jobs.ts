import { daysAfter } from '#shared/dates';
import { every, on, type Context, type Details } from '#server/use-case';
import { reminderDue } from '../../expression-reminders.ts';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { tellApplicantOf, type Telling } from '../../server/tell-applicant.ts';
import {
	endChoice,
	findInvitation,
	findInvitationOf,
	findSlot,
	listInvitationsToRemind,
	type InvitationRow
} from './interview.sql.ts';
import './letters.ts';

on('interview.invited', async function tellOfInvitation(context, details) {
	await tell(context, details, 'interview-invited', 'invited', ({ invitedAt }) => invitedAt);
});

on('interview.chosen', async function tellOfChoice(context, details) {
	await tell(context, details, 'interview-chosen', 'chosen', ({ chosenAt }) => chosenAt);
});

on('interview.booked', async function tellOfBooking(context, details) {
	await tell(context, details, 'interview-chosen', 'chosen', ({ chosenAt }) => chosenAt);
});

on('interview.cancelled', async function tellOfLostTime(context, details) {
	const slot = await findSlot(context.db, String(details['slot']));
	await tell(context, details, 'interview-cancelled', 'cancelled', () => slot?.withdrawnAt ?? null);
});

on('interview.withdrawn', async function tellOfNoInterview(context, details) {
	await tell(context, details, 'interview-withdrawn', 'uninvited', ({ withdrawnAt }) => withdrawnAt);
});

/** Whoever takes their application back comes to no interview: the time is free at once. */
on('expression.withdrawn', async function freeTheTime(context, { id }) {
	const invitation = await findInvitationOf(context.db, String(id));
	if (invitation) await endChoice(context.db, invitation.id, context.now);
});

every('*/10 * * * *', async function remindOfInterviews(context: Context) {
	for (const row of await listInvitationsToRemind(context.db, context.now)) {
		const expression = await findExpressionById(context.db, row.expression);
		const call = expression && (await findCall(context.db, expression.call));
		if (call) await remind(context, row, call.zone);
	}
});

/** The day before it; or, for whoever has not chosen, before the instant until which they can. */
async function remind(context: Context, row: InvitationRow, zone: string): Promise<void> {
	const { now } = context;
	if (row.slotAt) {
		if (daysAfter(row.slotAt, -1, zone) <= now)
			await tellOf(context, row, { template: 'interview-reminder', what: 'interview-1', about: row.slotAt });
		return;
	}
	const due = reminderDue('deadline', row.until, { begunAt: row.invitedAt, zone, now });
	if (due)
		await tellOf(context, row, {
			template: 'interview-choose',
			what: `choose-${due.days}`,
			about: row.until
		});
}

async function tell(
	context: Context,
	{ id }: Details,
	template: string,
	what: string,
	about: (row: InvitationRow) => Date | null
): Promise<void> {
	const row = await findInvitation(context.db, String(id));
	const instant = row && about(row);
	if (instant) await tellOf(context, row, { template, what, about: instant });
}

function tellOf(context: Context, { id, expression }: InvitationRow, telling: Telling): Promise<void> {
	return tellApplicantOf(context, expression, telling, { invitation: id });
}
