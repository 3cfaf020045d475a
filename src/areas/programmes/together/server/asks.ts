import { Problem } from '#shared/problem';
import { every, useCase, type Context } from '#server/use-case';
import { ByReference } from '../../expression.schema.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { tellOnce } from '../../server/told.sql.ts';
import { whyNotAsk, type HandOver } from '../hand-over.ts';
import { GiveLead } from '../together.schema.ts';
import { dayAfter, daysToSayNo } from '../together.ts';
import { handOver, mustBeOpen } from './handing.ts';
import { findHandOver, insertHandOver, listHandOvers, listUnanswered } from './hand-over.sql.ts';
import { leadToWriteTo, writeAbout } from './hand-over-letters.ts';
import { mustBeTheOnly } from './offers.ts';
import { findPerson } from './person.sql.ts';
import { editor } from './policy.ts';
import type { Contact } from './contact.ts';

/**
 * Somebody who edits asks to lead it, since the lead has gone silent. The lead is written to, and has days to say no;
 * then staff decide. Silence hands nothing over.
 */
export const askToLead = useCase('programmes.askToLead', {
	input: ByReference,
	on: holding,
	may: editor,
	async run(context, { reference }, { expression: { id }, person }) {
		const { withdrawnAt } = await lockExpression(context.db, id);
		if (withdrawnAt) throw new Problem('expression-withdrawn');
		await mustBeTheOnly(context, id);
		const why = whyNotAsk(await listHandOvers(context.db, id), person!.id, context.now);
		if (why) throw new Problem(`asked-to-lead-${why}`);
		const hand = await insertHandOver(context.db, {
			expression: id,
			person: person!.id,
			asked: true,
			leadThen: null,
			beganAt: context.now,
			endsAt: dayAfter(context.now, daysToSayNo)
		});
		await tellLead(context, 'co-lead-asked', (await findHandOver(context.db, hand))!);
		await context.record('hand-over.asked', { id: hand, expression: id });
		return { reference };
	}
});

/** The lead says yes to whoever asked, and what becomes of themselves. */
export const giveLead = useCase('programmes.giveLead', {
	input: GiveLead,
	on: holding,
	may: holder,
	async run(context, { reference, then }, { expression: { id } }) {
		const open = await mustBeOpen(context, id, ({ asked }) => asked);
		const ended = { how: 'accepted', at: context.now } as const;
		await handOver(context, open, { then, contact: await contactOf(context, open), ended });
		return { reference };
	}
});

/** Whoever asked is reached where they were written to; they change it under "How to reach you". */
export async function contactOf({ db }: Context, { person }: HandOver): Promise<Contact> {
	const row = await findPerson(db, person);
	if (!row?.email) throw new Problem('hand-over-over');
	return { name: row.name, email: row.email, telephone: '' };
}

async function tellLead(context: Context, template: string, open: HandOver): Promise<void> {
	const lead = await leadToWriteTo(context, open.expression);
	if (lead) await writeAbout(context, template, lead, open);
}

/** The days have passed: the lead is told once more, before anybody decides. */
async function sayThatStaffDecide(context: Context): Promise<void> {
	for (const open of await listUnanswered(context.db, context.now)) {
		const { expression, endsAt: about } = open;
		if (await tellOnce(context.db, { expression, what: 'unanswered', about, at: context.now }))
			await tellLead(context, 'co-lead-unanswered', open);
	}
}

every('*/10 * * * *', sayThatStaffDecide);
