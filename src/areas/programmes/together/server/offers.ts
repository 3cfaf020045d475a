import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { ByReference } from '../../expression.schema.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { daysToAccept } from '../hand-over.ts';
import { AcceptLead, OfferLead } from '../together.schema.ts';
import { dayAfter } from '../together.ts';
import { findOpen, handOver, mustBeOpen } from './handing.ts';
import { endHandOver, insertHandOver, listHandOvers, findHandOver } from './hand-over.sql.ts';
import { writeAbout } from './hand-over-letters.ts';
import { mustBeOn } from './inviting.ts';
import { anyOfThem, coApplicant } from './policy.ts';
import { coOf } from './who.ts';

/** The lead asks one of the others to lead it. Nothing changes until they say yes. */
export const offerLead = useCase('programmes.offerLead', {
	input: OfferLead,
	on: holding,
	may: holder,
	async run(context, { reference, person, then }, { expression: { id } }) {
		const { withdrawnAt } = await lockExpression(context.db, id);
		if (withdrawnAt) throw new Problem('expression-withdrawn');
		const other = await mustBeOn(context, id, person);
		if (!other.acceptedAt) throw new Problem('not-found');
		await mustBeTheOnly(context, id);
		const hand = await insertHandOver(context.db, {
			expression: id,
			person,
			asked: false,
			leadThen: then,
			beganAt: context.now,
			endsAt: dayAfter(context.now, daysToAccept)
		});
		await writeAbout(context, 'co-lead-offered', other, (await findHandOver(context.db, hand))!);
		await context.record('hand-over.offered', { id: hand, expression: id });
		return { reference };
	}
});

/** They say yes, and how they are reached: from now on they lead it. */
export const acceptLead = useCase('programmes.acceptLead', {
	input: AcceptLead,
	on: holding,
	may: coApplicant,
	async run(context, { reference, name, email, telephone }, { expression: { id } }) {
		const me = coOf(context.actor);
		const open = await mustBeOpen(context, id, ({ asked, person }) => !asked && person === me);
		await handOver(context, open, {
			then: open.leadThen!,
			contact: { name, email, telephone },
			ended: { how: 'accepted', at: context.now }
		});
		return { reference };
	}
});

/** Whoever offered or asked takes it back. */
export const takeBackHandOver = useCase('programmes.takeBackHandOver', {
	input: ByReference,
	on: holding,
	may: anyOfThem,
	async run(context, { reference }, { expression: { id }, person }) {
		const open = await mustBeOpen(context, id, (one) =>
			one.asked ? one.person === person?.id : person?.may === 'lead'
		);
		await endHandOver(context.db, open.id, { how: 'taken-back', at: context.now });
		await context.record('hand-over.taken-back', { id: open.id, expression: id });
		return { reference };
	}
});

/** Whoever was asked says no: the lead to somebody who would take over, or somebody to the lead. */
export const refuseHandOver = useCase('programmes.refuseHandOver', {
	input: ByReference,
	on: holding,
	may: anyOfThem,
	async run(context, { reference }, { expression: { id }, person }) {
		const open = await mustBeOpen(context, id, (one) =>
			one.asked ? person?.may === 'lead' : one.person === person?.id
		);
		await endHandOver(context.db, open.id, { how: 'refused', at: context.now });
		if (open.asked) await writeAbout(context, 'co-lead-refused', open.person, open);
		await context.record('hand-over.refused', { id: open.id, expression: id });
		return { reference };
	}
});

/** One at a time; an offer that nobody answered makes room for the next. */
export async function mustBeTheOnly(context: Context, expression: string): Promise<void> {
	if (await findOpen(context, expression)) throw new Problem('hand-over-waits');
	for (const { id, endedAt } of await listHandOvers(context.db, expression))
		if (!endedAt) await endHandOver(context.db, id, { how: 'over', at: context.now });
}
