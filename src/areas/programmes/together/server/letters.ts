import { mint, queueMail, template, type Block } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { newReturnCode } from '../../server/ways-in.ts';
import { powerWords } from '../power-words.ts';
import { findPerson, listPeople, type PersonRow } from './person.sql.ts';

type View = {
	person: PersonRow;
	reference: string;
	lead: string;
	programme: string;
	host: string;
	lapses: string;
};

/** Theirs alone, made when the letter is sent. */
mint('co', async (context, { co }) => {
	const person = await findPerson(context.db, String(co));
	if (!person || person.endedAt) return undefined;
	const code = await newReturnCode(context, { expression: person.expression, co: person.id });
	return `/together/${code}`;
});

template<View>('co-invitation', {
	on: viewOf,
	called: m.together_mail_invitation_called,
	urgent: true,
	betweenThem: true,
	subject: ({ reference }) => m.together_mail_invitation_subject({ reference }),
	body: ({ lead, programme, host, person, lapses }): Block[] => [
		m.together_mail_invitation_who({ lead, name: person.name }),
		host
			? m.together_mail_invitation_what({ programme, host })
			: m.together_mail_invitation_what_alone({ programme }),
		powerWords(person.may),
		{ secret: 'co', words: m.together_mail_invitation_open() },
		person.acceptedAt ? m.together_mail_invitation_again() : m.together_mail_invitation_lapses({ lapses }),
		m.together_mail_invitation_no_account(),
		m.together_mail_invitation_yours()
	]
});

/** In the language that was chosen for them. */
export async function writeToPerson(context: Context, name: string, id: string): Promise<void> {
	const person = await findPerson(context.db, id);
	if (!person?.email) return;
	await queueMail(context, {
		to: person.email,
		template: name,
		details: { co: id },
		locale: person.locale,
		about: { kind: 'co-applicant', id }
	});
}

/** Nothing, when they are off it or there is nothing left of it: then nothing is sent. */
async function viewOf({ db }: Context, { co }: Details): Promise<View | undefined> {
	const person = await findPerson(db, String(co));
	const expression = person && !person.endedAt && (await findExpressionById(db, person.expression));
	if (!expression || !expression.reference) return undefined;
	const call = (await findCall(db, expression.call))!;
	const lead = (await listPeople(db, expression.id)).find(({ may }) => may === 'lead');
	return {
		person,
		reference: expression.reference,
		lead: lead?.name ?? '',
		programme: call.content.name,
		host: call.content.host,
		lapses: person.lapsesAt ? sentenceOfInstant(person.lapsesAt, call.zone) : ''
	};
}
