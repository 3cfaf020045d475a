import { handOnLetters } from '#server/mail';
import { isEmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import type { Context } from '#server/use-case';
import { keepCard } from '../../caseload/server/cards.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { isOpen, type HandOver, type LeadThen } from '../hand-over.ts';
import { writeContact, type Contact } from './contact.ts';
import { endHandOver, listHandOvers, type Ended } from './hand-over.sql.ts';
import { writeAbout } from './hand-over-letters.ts';
import { addressOfLead, removePerson } from './inviting.ts';
import { changePower, listPeople, writeAt, type PersonRow } from './person.sql.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

/** With the application held still: what waits for an answer, if it is this one's to give. */
export async function mustBeOpen(
	context: Context,
	expression: string,
	isTheirs: (open: HandOver) => boolean
): Promise<HandOver> {
	const { withdrawnAt } = await lockExpression(context.db, expression);
	if (withdrawnAt) throw new Problem('expression-withdrawn');
	const open = await findOpen(context, expression);
	if (!open || !isTheirs(open)) throw new Problem('hand-over-over');
	return open;
}

export async function findOpen({ db, now }: Context, expression: string): Promise<HandOver | undefined> {
	return (await listHandOvers(db, expression)).find((one) => isOpen(one, now));
}

type Terms = { then: LeadThen; contact: Contact; ended: Ended };

/**
 * From one to another, in one transaction: who leads is always one person. Letters, the way back and everything
 * that is asked of the application go with it; letters that still wait are sent to whoever leads now. Both are told.
 */
export async function handOver(
	context: Recording,
	open: HandOver,
	{ then, contact, ended }: Terms
): Promise<void> {
	const { db } = context;
	const { lead, next } = await bothOf(context, open);
	const expression = await lockExpression(db, open.expression);
	const address = (await addressOfLead(context, expression.id))?.trim();
	await endHandOver(db, open.id, { ...ended, leadBefore: lead.id });
	await stepDown(context, lead, then);
	await changePower(db, next.id, 'lead');
	await writeAt(db, next, null);
	if (address && isEmailAddress(address) && then !== 'go') await writeAt(db, lead, address);
	await writeContact(context, expression, next, contact);
	const about = { kind: 'expression', id: expression.id };
	await handOnLetters(context, about, { to: contact.email, locale: next.locale, more: { co: next.id } });
	await keepCard(context, expression.id);
	await context.record('expression.handed-over', { id: expression.id, call: expression.call });
	await writeAbout(context, 'co-lead-yours', { ...next, email: contact.email }, open);
	if (address) await writeAbout(context, 'co-lead-passed', { ...lead, email: address }, open);
}

/** First down, then up: nowhere in between are there two. */
async function stepDown(context: Context, lead: PersonRow, then: LeadThen): Promise<void> {
	if (then === 'go') await removePerson(context, lead.id, 'left');
	else await changePower(context.db, lead.id, then);
}

async function bothOf({ db }: Context, { expression, person }: HandOver) {
	const people = (await listPeople(db, expression)).filter(
		({ acceptedAt, endedAt }) => acceptedAt && !endedAt
	);
	const lead = people.find(({ may }) => may === 'lead');
	const next = people.find((one) => one.id === person && one !== lead);
	if (!lead || !next) throw new Problem('hand-over-over');
	return { lead, next };
}
