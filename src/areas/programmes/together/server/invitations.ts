import { Problem } from '#shared/problem';
import { readCode, verifierOf } from '#shared/tokens';
import { anyone, useCase, type Context } from '#server/use-case';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById, lockExpression } from '../../server/expression.sql.ts';
import { openDevice } from '../../server/ways-in.ts';
import { stateOf, type ExpressionState } from '../../expression.ts';
import { ByLink } from '../together.schema.ts';
import type { Power } from '../together.ts';
import { removePerson } from './inviting.ts';
import { acceptPerson, findByLink, listPeople, type PersonRow } from './person.sql.ts';

export type InvitationView = {
	code: string;
	name: string;
	/** Where the letter went: whoever holds the link knows it. */
	email: string;
	may: Power;
	lead: string;
	programme: string;
	host: string;
	state: ExpressionState;
	lapses: { instant: Date; zone: string };
	isAccepted: boolean;
};

type Invited = PersonRow & { reference: string };

/** Whoever holds the link reads who asks them and to what. Wrong, lapsed and taken back get one answer. */
export const showInvitationToHelp = useCase('programmes.showInvitationToHelp', {
	input: ByLink,
	on: invited,
	may: anyone,
	async run({ db }, { code }, { person }): Promise<InvitationView | null> {
		if (!person) return null;
		const expression = (await findExpressionById(db, person.expression))!;
		const call = (await findCall(db, expression.call))!;
		const { name, email, may, acceptedAt, lapsesAt } = person;
		return {
			code,
			name,
			email: email ?? '',
			may,
			isAccepted: acceptedAt !== null,
			lead: await nameOfLead(db, person.expression),
			programme: call.content.name,
			host: call.content.host,
			state: stateOf(expression),
			lapses: { instant: lapsesAt ?? person.invitedAt, zone: call.zone }
		};
	}
});

/** They say yes, and it is open in this browser. The same link opens it again, here and elsewhere. */
export const acceptInvitationToHelp = useCase('programmes.acceptInvitationToHelp', {
	input: ByLink,
	on: invited,
	may: anyone,
	async run(context, { code }) {
		const person = await stillInvited(context, code);
		if (!person.acceptedAt) {
			await acceptPerson(context.db, person.id, context.now);
			await context.record('co-applicant.accepted', { id: person.id, expression: person.expression });
		}
		const token = await openDevice(context, { expression: person.expression, co: person.id });
		return { reference: person.reference, token };
	}
});

/** They say no: their name and address are deleted at once. Who was on it already leaves it. */
export const declineInvitationToHelp = useCase('programmes.declineInvitationToHelp', {
	input: ByLink,
	on: invited,
	may: anyone,
	async run(context, { code }) {
		const { id, expression, acceptedAt, may } = await stillInvited(context, code);
		if (may === 'lead') throw new Problem('lead-leaves-last');
		await removePerson(context, id, acceptedAt ? 'left' : 'declined');
		await context.record('co-applicant.declined', { id, expression });
	}
});

async function invited({ db, now }: Context, { code }: { code: string }): Promise<{ person?: Invited }> {
	const known = readCode(code);
	const person = known && (await findByLink(db, verifierOf(known), now));
	return person ? { person } : {};
}

/** Asked again with the expression held still: two who press at once do it once. */
async function stillInvited(context: Context, code: string): Promise<Invited> {
	const before = (await invited(context, { code })).person;
	if (before) await lockExpression(context.db, before.expression);
	const { person } = await invited(context, { code });
	if (!person) throw new Problem('invitation-over');
	return person;
}

export async function nameOfLead(db: Context['db'], expression: string): Promise<string> {
	return (await listPeople(db, expression)).find(({ may }) => may === 'lead')?.name ?? '';
}
