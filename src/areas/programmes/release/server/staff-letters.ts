import { whoWorksHere } from '#server/identity';
import { queueMail, template } from '#server/mail';
import type { Context, Details } from '#server/use-case';
// words: for staff
import * as m from '#words';
import { sentenceOfDay } from '#words/dates';
import { findCall, type StandingCall } from '../../server/call.sql.ts';

type StaffLetter = { call: StandingCall; day: string };

async function staffLetter({ db }: Context, { call: id }: Details): Promise<StaffLetter | undefined> {
	const call = await findCall(db, String(id));
	return call?.decisionsBy ? { call, day: sentenceOfDay(call.decisionsBy) } : undefined;
}

for (const what of ['week-before', 'passed'] as const)
	template<StaffLetter>(`release-${what}`, {
		called: what === 'passed' ? m.release_staff_passed_called : m.release_staff_week_called,
		forAdministrators: true,
		on: staffLetter,
		subject: ({ call }) => m.release_staff_subject({ programme: call.content.name }),
		body: ({ call, day }) => [
			(what === 'passed' ? m.release_staff_passed : m.release_staff_week)({
				programme: call.content.name,
				day
			}),
			{ link: `/desk/programmes/${call.slug}/decisions`, words: m.release_staff_open() }
		]
	});

/** To everybody who works here: whoever decides is one of them. */
export async function writeToStaff(
	context: Context,
	what: 'week-before' | 'passed',
	call: string
): Promise<void> {
	for (const { email, locale } of await whoWorksHere(context))
		await queueMail(context, { to: email, template: `release-${what}`, details: { call }, locale });
}
