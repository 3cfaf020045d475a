import { every, on, type Context, type Details } from '#server/use-case';
import { reminderDue } from '../../expression-reminders.ts';
import { findAnswers } from '../../server/answer.sql.ts';
import { findCall } from '../../server/call.sql.ts';
import { writeTo } from '../../server/expression-letters.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { emailOf } from '../../server/sending.ts';
import { tellOnce } from '../../server/told.sql.ts';
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
			await write(context, row, { template: 'more-reminder', what: `more-${due.days}`, about: row.until });
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
	if (instant) await write(context, row, { ...letter, about: instant });
}

/** Once for each instant that it is about; to whoever gave an address. */
async function write(
	context: Context,
	{ id, expression: of }: ReopeningRow,
	{ template, what, about }: { template: string; what: string; about: Date }
): Promise<void> {
	const expression = await findExpressionById(context.db, of);
	if (!expression || expression.erasedAt) return;
	const email = emailOf({ answers: await findAnswers(context.db, of) });
	if (!email || !(await tellOnce(context.db, { expression: of, what, about, at: context.now }))) return;
	await writeTo(context, template, { expression: of, email, locale: expression.locale }, { reopening: id });
}
