import { keepDays, queueMail, template } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { findCall } from '../../server/call.sql.ts';
import { listPeople, type PersonRow } from './person.sql.ts';

/** Those who write it with the lead, as long as they are on it. */
export async function othersOn({ db }: Context, expression: string): Promise<PersonRow[]> {
	const people = await listPeople(db, expression);
	return people.filter(({ may, acceptedAt, endedAt }) => may !== 'lead' && acceptedAt && !endedAt);
}

/**
 * The lead withdrew or deleted what others wrote too: they hear of it from us. The letter hangs on nothing that is
 * deleted with the application, and says its programme alone.
 */
export async function sayFarewell(
	context: Context,
	{ id, call }: { id: string; call: string },
	template: 'co-withdrawn' | 'co-erased'
): Promise<void> {
	for (const { email, locale } of await othersOn(context, id))
		if (email) await queueMail(context, { to: email, template, details: { call }, locale });
}

const subject = () => m.together_mail_farewell_subject();

template<{ programme: string }>('co-withdrawn', {
	on: programmeOf,
	called: m.together_mail_withdrawn_called,
	subject,
	body: ({ programme }) => [m.together_mail_withdrawn({ programme }), m.together_mail_withdrawn_what()]
});

template<{ programme: string }>('co-erased', {
	on: programmeOf,
	called: m.together_mail_erased_called,
	subject,
	body: ({ programme }) => [
		m.together_mail_erased({ programme }),
		m.together_mail_erased_what(),
		m.together_mail_erased_kept({ days: keepDays() })
	]
});

async function programmeOf({ db }: Context, { call }: Details): Promise<{ programme: string } | undefined> {
	const found = await findCall(db, String(call));
	return found && { programme: found.content.name };
}
