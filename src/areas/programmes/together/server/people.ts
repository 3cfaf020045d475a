import { useCase, type Context } from '#server/use-case';
import { ByReference } from '../../expression.schema.ts';
import { stateOf, type ExpressionState } from '../../expression.ts';
import { findAnswers } from '../../server/answer.sql.ts';
import { findCall } from '../../server/call.sql.ts';
import { holding } from '../../server/expression-policy.ts';
import { deleteWaysIn } from '../../server/return-code.sql.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { Problem } from '#shared/problem';
import { shelteredUntil } from '../hand-over.ts';
import { ShowAs } from '../together.schema.ts';
import { mostPeople, type Power } from '../together.ts';
import { listHandOvers } from './hand-over.sql.ts';
import { removePerson } from './inviting.ts';
import { listPeople, showAsSomebody, type PersonRow } from './person.sql.ts';
import { anyOfThem } from './policy.ts';

export type PersonView = {
	id: string;
	name: string;
	may: Power;
	state: 'on' | 'invited' | 'lapsed';
	isYou: boolean;
	/** Whoever wrote it down sees an address as long as they lead; everybody else their own. */
	email: string | null;
	invitedAt: Date;
	lapsesAt: Date | null;
	/** They led until staff decided otherwise: until then nobody takes them off. */
	staysUntil: Date | null;
};
export type PeopleView = {
	reference: string;
	programme: string;
	zone: string;
	state: ExpressionState;
	leads: boolean;
	/** Nobody was invited yet. */
	isAlone: boolean;
	you: { asSomebody: boolean; may: Power };
	lead: string;
	/** What the lead called themselves in the form, to begin with. */
	suggestedName: string;
	people: PersonView[];
	hasRoom: boolean;
};

/** Who is on it and what each may do, for each of them. */
export const showPeople = useCase('programmes.showPeople', {
	input: ByReference,
	on: holding,
	may: anyOfThem,
	run: (context, _, held) => peopleView(context, held.expression, held.person)
});

/** Somebody goes. Their address, links and browsers are gone at once; what they wrote stays, with their name. */
export const leaveTogether = useCase('programmes.leaveTogether', {
	input: ByReference,
	on: holding,
	may: anyOfThem,
	async run(context, { reference }, { expression: { id }, person }) {
		const expression = await lockExpression(context.db, id);
		const standing = person && (await listPeople(context.db, id)).find((one) => one.id === person.id);
		if (!standing || standing.may === 'lead') await mustBeOver(context, expression);
		else {
			await removePerson(context, standing.id, 'left');
			await context.record('co-applicant.left', { id: standing.id, expression: id });
		}
		return { reference };
	}
});

/** A lead goes only when it was taken back: then every way in of theirs ends, and it is deleted on its day. */
async function mustBeOver(context: Context, expression: ExpressionRow): Promise<void> {
	const people = await listPeople(context.db, expression.id);
	const lead = people.find(({ may, endedAt }) => may === 'lead' && !endedAt);
	if (!expression.withdrawnAt) {
		const others = people.filter((one) => one !== lead && one.acceptedAt && !one.endedAt);
		throw new Problem(others.length ? 'lead-leaves-last' : 'nobody-else');
	}
	if (lead) await removePerson(context, lead.id, 'left');
	else await deleteWaysIn(context.db, expression.id);
}

/** Whether the others read their name or "somebody" beside what they look at and change. */
export const showMeAs = useCase('programmes.showMeAs', {
	input: ShowAs,
	on: holding,
	may: anyOfThem,
	async run({ db }, { reference, as }, { person }) {
		if (person) await showAsSomebody(db, person.id, as === 'somebody');
		return { reference };
	}
});

async function peopleView(
	{ db, now }: Context,
	expression: ExpressionRow,
	you: PersonRow | undefined
): Promise<PeopleView> {
	const call = (await findCall(db, expression.call))!;
	const people = (await listPeople(db, expression.id)).filter(({ endedAt }) => !endedAt);
	const leads = !you || you.may === 'lead';
	const past = await listHandOvers(db, expression.id);
	const name = (await findAnswers(db, expression.id))['contact-name']?.typed;
	return {
		reference: expression.reference!,
		programme: call.content.name,
		zone: call.zone,
		state: stateOf(expression),
		leads,
		isAlone: people.length === 0,
		you: { asSomebody: you?.asSomebody ?? false, may: you?.may ?? 'lead' },
		lead: people.find(({ may }) => may === 'lead')?.name ?? '',
		suggestedName: leads && typeof name === 'string' ? name : '',
		people: people.map((one) => ({
			...personView(one, you, leads, now),
			staysUntil: shelteredUntil(past, one.id, now)
		})),
		hasRoom: people.length <= mostPeople
	};
}

type Known = Omit<PersonView, 'staysUntil'>;

function personView(row: PersonRow, you: PersonRow | undefined, leads: boolean, now: Date): Known {
	const { id, name, may, invitedAt, lapsesAt, acceptedAt } = row;
	const isYou = id === you?.id;
	const waits = lapsesAt !== null && lapsesAt > now ? 'invited' : 'lapsed';
	return {
		id,
		name,
		may,
		isYou,
		invitedAt,
		lapsesAt,
		state: acceptedAt ? 'on' : waits,
		email: isYou || (leads && row.invitedBy === you?.id) ? row.email : null
	};
}
