import { queueMail, template, type Block } from '#server/mail';
import { isEmailAddress } from '#shared/email-address';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { daysOfShelter, type HandOver } from '../hand-over.ts';
import { dayAfter } from '../together.ts';
import { findHandOver } from './hand-over.sql.ts';
import { addressOfLead } from './inviting.ts';
import { findPerson, listPeople, type PersonRow } from './person.sql.ts';

/** To one of them, about who leads. Names are in none of the subjects: they show on locked screens. */
type View = {
	hand: HandOver;
	/** Who would lead it, or leads it now. */
	name: string;
	lead: string;
	reference: string;
	programme: string;
	contact: string;
	ends: string;
	/** Until when whoever led before cannot be taken off, when staff decided it. */
	shelter: string;
	/** Still on it: the letter has their own way in. */
	isOn: boolean;
};
type Words = {
	called: () => string;
	subject: (of: { reference: string }) => string;
	body: (view: View) => Block[];
};

letter('co-lead-offered', {
	called: m.together_mail_offered_called,
	subject: m.together_mail_lead_subject,
	body: ({ lead, programme, ends }) => [
		m.together_mail_offered({ lead, programme }),
		m.together_mail_offered_means(),
		m.together_mail_offered_until({ ends })
	]
});

letter('co-lead-asked', {
	called: m.together_mail_asked_called,
	subject: m.together_mail_asked_subject,
	body: ({ name, programme, ends }) => [
		m.together_mail_asked({ name, programme }),
		m.together_mail_asked_until({ ends }),
		m.together_mail_asked_off({ name })
	]
});

letter('co-lead-unanswered', {
	called: m.together_mail_unanswered_called,
	subject: m.together_mail_asked_subject,
	body: ({ name, programme }) => [
		m.together_mail_unanswered({ name, programme }),
		m.together_mail_unanswered_now(),
		m.together_mail_asked_off({ name })
	]
});

letter('co-lead-refused', {
	called: m.together_mail_refused_called,
	subject: m.together_mail_lead_subject,
	body: ({ lead, programme, hand }) => [
		hand.endedHow === 'decided-no'
			? m.together_mail_refused_staff({ programme })
			: m.together_mail_refused({ lead, programme }),
		m.together_mail_refused_still()
	]
});

letter('co-lead-yours', {
	called: m.together_mail_yours_called,
	subject: m.together_mail_yours_subject,
	body: ({ programme, hand, shelter }) => [
		m.together_mail_yours({ programme }),
		m.together_mail_yours_means(),
		...(hand.endedHow === 'decided-yes' ? [m.together_mail_yours_shelter({ until: shelter })] : [])
	]
});

letter('co-lead-passed', {
	called: m.together_mail_passed_called,
	subject: m.together_mail_passed_subject,
	body: ({ name, programme, hand, isOn, shelter }) => [
		hand.endedHow === 'decided-yes'
			? m.together_mail_passed_staff({ name, programme })
			: m.together_mail_passed({ name, programme }),
		isOn ? m.together_mail_passed_stays() : m.together_mail_passed_gone(),
		...(hand.endedHow === 'decided-yes' ? [m.together_mail_passed_shelter({ until: shelter })] : [])
	]
});

function letter(name: string, { called, subject, body }: Words): void {
	template<View>(name, {
		on: viewOf,
		called,
		urgent: true,
		betweenThem: true,
		subject,
		body: (view) => [
			...body(view),
			...(view.isOn
				? [{ secret: 'co', words: m.together_mail_open() }, m.together_mail_invitation_yours()]
				: []),
			view.contact ? m.together_mail_wrong({ contact: view.contact }) : m.together_mail_wrong_host()
		]
	});
}

/** `to`: one of them, or their id, when letters go where they were invited. */
export async function writeAbout(
	context: Context,
	name: string,
	to: string | PersonRow,
	{ id: hand }: HandOver
): Promise<void> {
	const person = typeof to === 'string' ? await findPerson(context.db, to) : to;
	if (!person?.email) return;
	const { id, email, locale } = person;
	const about = { kind: 'co-applicant', id };
	await queueMail(context, { to: email, template: name, details: { co: id, hand }, locale, about });
}

/** The lead, at the address under "How to reach you". Undefined: there is none. */
export async function leadToWriteTo(context: Context, expression: string): Promise<PersonRow | undefined> {
	const people = await listPeople(context.db, expression);
	const lead = people.find(({ may, endedAt }) => may === 'lead' && !endedAt);
	const email = (await addressOfLead(context, expression))?.trim();
	return lead && email && isEmailAddress(email) ? { ...lead, email } : undefined;
}

async function viewOf({ db }: Context, { co, hand: id }: Details): Promise<View | undefined> {
	const [person, hand] = [await findPerson(db, String(co)), await findHandOver(db, String(id))];
	if (!person || !hand) return undefined;
	const expression = await findExpressionById(db, hand.expression);
	if (!expression?.reference) return undefined;
	const { content, zone } = (await findCall(db, expression.call))!;
	const people = await listPeople(db, expression.id);
	return {
		hand,
		name: people.find((one) => one.id === hand.person)?.name ?? '',
		lead: people.find(({ may, endedAt }) => may === 'lead' && !endedAt)?.name ?? '',
		reference: expression.reference,
		programme: content.name,
		contact: [content.contact.name, content.contact.email].filter(Boolean).join(', '),
		ends: sentenceOfInstant(hand.endsAt, zone),
		shelter: hand.endedAt ? sentenceOfInstant(dayAfter(hand.endedAt, daysOfShelter), zone) : '',
		isOn: person.endedAt === null
	};
}
