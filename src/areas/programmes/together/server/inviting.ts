import { isBlank, questionsOf } from '#areas/forms';
import { tooMany, Problem, Unusable } from '#shared/problem';
import { house } from '#shared/actor';
import { forgetLetters } from '#server/mail';
import { useCase, type Context } from '#server/use-case';
import { findAnswers } from '../../server/answer.sql.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { findExpressionById, lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { countTold, tellOnce } from '../../server/told.sql.ts';
import { readWhole } from '../../server/whole.ts';
import { shelteredUntil } from '../hand-over.ts';
import { ChangePower, Invite, OnePerson } from '../together.schema.ts';
import { dayAfter, daysToAnswer, mostLetters, mostPeople } from '../together.ts';
import { endHandOversOf, listHandOvers } from './hand-over.sql.ts';
import { writeToPerson } from './letters.ts';
import {
	becomeTheirs,
	changePower,
	deleteLinksOf,
	deleteWaysOf,
	endPerson,
	findPerson,
	forgetNeeds,
	forgetPerson,
	insertPerson,
	listPeople,
	renewInvitation,
	type PersonRow
} from './person.sql.ts';

/** The lead asks somebody to work on it with them: a letter goes to their address, with a link of their own. */
export const inviteCoApplicant = useCase('programmes.inviteCoApplicant', {
	input: Invite,
	on: holding,
	may: holder,
	async run(context, { reference, name, email, may, language, own }, { expression: { id } }) {
		const { db, now } = context;
		const expression = await lockExpression(db, id);
		const people = await withLead(context, expression, own);
		await mustHaveRoom(context, id, people, email);
		const lead = people.find((one) => one.may === 'lead' && !one.endedAt);
		const lapsesAt = dayAfter(now, daysToAnswer);
		const person = await insertPerson(db, {
			expression: id,
			name,
			email,
			locale: language,
			may,
			lapsesAt,
			at: now,
			...(lead ? { invitedBy: lead.id } : {})
		});
		await writeToPerson(context, 'co-invitation', person);
		await context.record('co-applicant.invited', { id: person, expression: id });
		return { reference, person };
	}
});

/** The link got lost, or lapsed: another one, and those before stop working. */
export const inviteAgain = useCase('programmes.inviteAgain', {
	input: OnePerson,
	on: holding,
	may: holder,
	async run(context, { reference, person }, { expression: { id } }) {
		await lockExpression(context.db, id);
		const { email } = await mustBeOn(context, id, person);
		if (email === null) throw new Problem('not-found');
		await mustNotBeSheltered(context, id, person);
		await mustSendFewer(context, id);
		await forgetLetters(context, { kind: 'co-applicant', id: person });
		await deleteLinksOf(context.db, person);
		await renewInvitation(context.db, person, dayAfter(context.now, daysToAnswer));
		await writeToPerson(context, 'co-invitation', person);
		return { reference };
	}
});

/** What somebody may do from now on. */
export const changeCoApplicant = useCase('programmes.changeCoApplicant', {
	input: ChangePower,
	on: holding,
	may: holder,
	async run(context, { reference, person, may }, { expression: { id } }) {
		await lockExpression(context.db, id);
		await mustBeOn(context, id, person);
		if (may !== 'edit') await mustNotBeSheltered(context, id, person);
		await changePower(context.db, person, may);
		if (may !== 'edit') await endHandOversOf(context.db, person, context.now);
		await context.record('co-applicant.changed', { id: person, expression: id });
		return { reference };
	}
});

/** Off it at once. Of somebody who never said yes, a wrong address perhaps, nothing is kept. */
export const takeOffCoApplicant = useCase('programmes.takeOffCoApplicant', {
	input: OnePerson,
	on: holding,
	may: holder,
	async run(context, { reference, person }, { expression: { id } }) {
		await lockExpression(context.db, id);
		const { acceptedAt } = await mustBeOn(context, id, person);
		await mustNotBeSheltered(context, id, person);
		await removePerson(context, person, acceptedAt ? 'taken-off' : 'never-on');
		await context.record('co-applicant.taken-off', { id: person, expression: id });
		return { reference };
	}
});

export async function removePerson(
	context: Context,
	person: string,
	how: 'never-on' | NonNullable<PersonRow['endedHow']>
): Promise<void> {
	await forgetLetters(context, { kind: 'co-applicant', id: person });
	await deleteWaysOf(context.db, person);
	if (how === 'never-on') return forgetPerson(context.db, person);
	await endHandOversOf(context.db, person, context.now);
	await forgetNeedsOf(context, person);
	await endPerson(context.db, person, how, context.now);
}

async function forgetNeedsOf(context: Context, id: string): Promise<void> {
	const person = (await findPerson(context.db, id))!;
	const expression = (await findExpressionById(context.db, person.expression))!;
	const whole = await readWhole({ ...context, actor: house }, expression);
	const asked = [...questionsOf(whole.form), ...whole.leftBehind];
	const needs = asked.filter(({ seenBy }) => seenBy === 'access').map(({ key }) => key);
	await forgetNeeds(context.db, person, needs);
}

/** Somebody besides the lead who is on it, or invited to be. */
export async function mustBeOn({ db }: Context, expression: string, id: string): Promise<PersonRow> {
	const person = (await listPeople(db, expression)).find((one) => one.id === id);
	if (!person || person.endedAt || person.may === 'lead') throw new Problem('not-found');
	return person;
}

/** Staff decided lately that they lead no more: they go by their own doing only. */
async function mustNotBeSheltered({ db, now }: Context, expression: string, id: string): Promise<void> {
	if (shelteredUntil(await listHandOvers(db, expression), id, now)) throw new Problem('lead-before-stays');
}

/** With the first invitation the lead is one of several. */
async function withLead(context: Context, expression: ExpressionRow, own?: string): Promise<PersonRow[]> {
	const people = await listPeople(context.db, expression.id);
	if (people.length) return people;
	if (!own) throw new Unusable({ own: 'missing' });
	const lead = await insertPerson(context.db, {
		expression: expression.id,
		name: own,
		email: null,
		locale: expression.locale,
		may: 'lead',
		lapsesAt: null,
		at: context.now
	});
	await becomeTheirs(context.db, expression.id, lead);
	return listPeople(context.db, expression.id);
}

async function mustHaveRoom(context: Context, id: string, people: PersonRow[], email: string): Promise<void> {
	const others = people.filter(({ may, endedAt }) => may !== 'lead' && !endedAt);
	if (others.some((one) => isSameAddress(one.email, email))) throw new Unusable({ email: 'already-invited' });
	if (isSameAddress(await addressOfLead(context, id), email)) throw new Unusable({ email: 'your-own' });
	if (others.length >= mostPeople) throw new Problem('too-many-people');
	await mustSendFewer(context, id);
}

async function mustSendFewer({ db, now }: Context, expression: string): Promise<void> {
	if ((await countTold(db, expression, 'invited', dayAfter(now, -1))) >= mostLetters) throw tooMany(24 * 60);
	await tellOnce(db, { expression, what: 'invited', about: now, at: now });
}

export async function addressOfLead({ db }: Context, expression: string): Promise<string | null> {
	const typed = (await findAnswers(db, expression))['email']?.typed ?? null;
	return typeof typed === 'string' && !isBlank(typed) ? typed : null;
}

function isSameAddress(one: string | null, other: string): boolean {
	return one?.trim().toLowerCase() === other.trim().toLowerCase();
}
