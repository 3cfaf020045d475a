import { every, on, type Context, type Details } from '#server/use-case';
import { reminderDue } from '../../expression-reminders.ts';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { tellApplicantOf, type Telling } from '../../server/tell-applicant.ts';
import { findReopening, listOpenReopenings, type ReopeningRow } from './reopening.sql.ts';
import './letters.ts';

on('expression.more-asked', async function tellOfQuestions(context, details) {
	await tell(context, details, { template: 'more-asked', what: 'more' }, ({ madeAt }) => madeAt);
});

on('expression.more-moved', async function tellOfMovedQuestions(context, details) {
	await tell(context, details, { template: 'more-moved', what: 'moremoved' }, ({ until }) => until);
});

on('expression.more-withdrawn', async function tellOfWithdrawnQuestions(context, details) {
	await tell(
		context,
		details,
		{ template: 'more-withdrawn', what: 'morewithdrawn' },
		({ ended }) => ended?.at
	);
});

every('*/10 * * * *', async function remindOfQuestions(context: Context) {
	for (const row of await listOpenReopenings(context.db, context.now)) {
		const expression = await findExpressionById(context.db, row.expression);
		const call = expression && (await findCall(context.db, expression.call));
		const due =
			call && reminderDue('deadline', row.until, { begunAt: row.madeAt, zone: call.zone, now: context.now });
		if (due)
			await tellOf(context, row, { template: 'more-reminder', what: `more-${due.days}`, about: row.until });
	}
});

async function tell(
	context: Context,
	{ reopening }: Details,
	letter: { template: string; what: string },
	about: (row: ReopeningRow) => Date | undefined
): Promise<void> {
	const row = await findReopening(context.db, String(reopening));
	const instant = row && about(row);
	if (instant) await tellOf(context, row, { ...letter, about: instant });
}

function tellOf(context: Context, { id, expression }: ReopeningRow, telling: Telling): Promise<void> {
	return tellApplicantOf(context, expression, telling, { reopening: id });
}
