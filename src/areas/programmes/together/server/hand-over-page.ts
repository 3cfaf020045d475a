import { useCase, type Context } from '#server/use-case';
import { ByReference } from '../../expression.schema.ts';
import { findCall } from '../../server/call.sql.ts';
import { holding } from '../../server/expression-policy.ts';
import { isForStaff, whyNotAsk, type LeadThen } from '../hand-over.ts';
import { listHandOvers } from './hand-over.sql.ts';
import { findOpen } from './handing.ts';
import { addressOfLead } from './inviting.ts';
import { listPeople, type PersonRow } from './person.sql.ts';
import { anyOfThem } from './policy.ts';

export type OpenHandOver = {
	asked: boolean;
	/** Who would lead it. */
	name: string;
	isYou: boolean;
	/** What becomes of whoever offered it. */
	then: LeadThen | null;
	ends: { instant: Date; zone: string };
	/** The lead's days have passed: staff can decide. */
	isForStaff: boolean;
};
export type HandOverView = {
	reference: string;
	isWithdrawn: boolean;
	leads: boolean;
	lead: string;
	you: { name: string; email: string };
	open: OpenHandOver | null;
	/** To whom the lead can offer it. */
	others: { id: string; name: string }[];
	/** Why somebody who does not lead cannot ask to. Null: they can. */
	notAsk: 'may-not-edit' | 'refused' | 'lately' | null;
	leadHasAddress: boolean;
	/** The host's own words on whom to ask. */
	contact: string;
};

/** Who leads next: what was offered or asked, and what each of them can do about it. */
export const showHandOver = useCase('programmes.showHandOver', {
	input: ByReference,
	on: holding,
	may: anyOfThem,
	async run(context, { reference }, { expression, person }): Promise<HandOverView> {
		const { content } = (await findCall(context.db, expression.call))!;
		const people = (await listPeople(context.db, expression.id)).filter(
			(one) => one.acceptedAt && !one.endedAt
		);
		const leads = !person || person.may === 'lead';
		return {
			reference,
			isWithdrawn: expression.withdrawnAt !== null,
			leads,
			lead: people.find(({ may }) => may === 'lead')?.name ?? '',
			you: { name: person?.name ?? '', email: person?.email ?? '' },
			open: await openFor(context, expression, person),
			others: leads ? people.filter(({ may }) => may !== 'lead').map(({ id, name }) => ({ id, name })) : [],
			notAsk: person && !leads ? await whyNot(context, person) : null,
			leadHasAddress: (await addressOfLead(context, expression.id)) !== null,
			contact: [content.contact.name, content.contact.email].filter(Boolean).join(', ')
		};
	}
});

/** What waits for an answer, told to each of them alike: nothing is handed over in silence. */
export async function openFor(
	context: Context,
	{ id, call }: { id: string; call: string },
	person: PersonRow | undefined
): Promise<OpenHandOver | null> {
	const open = person && (await findOpen(context, id));
	if (!open) return null;
	const { zone } = (await findCall(context.db, call))!;
	return {
		asked: open.asked,
		name: (await listPeople(context.db, id)).find((one) => one.id === open.person)?.name ?? '',
		isYou: open.person === person.id,
		then: open.leadThen,
		ends: { instant: open.endsAt, zone },
		isForStaff: isForStaff(open, context.now)
	};
}

async function whyNot({ db, now }: Context, { id, expression, may }: PersonRow) {
	if (may !== 'edit') return 'may-not-edit' as const;
	return whyNotAsk(await listHandOvers(db, expression), id, now);
}
