import * as v from 'valibot';
import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { administrator, staff, useCase, type Context } from '#server/use-case';
import { endsAt, ownEnd, phaseAt } from '../call.ts';
import { ExtendDeadline, NameArranger, TypeUpExpression } from '../expression-desk.schema.ts';
import { deleteArranger, saveArranger } from './arranger.sql.ts';
import { findPublicCall, holdCall, type StandingCall } from './call.sql.ts';
import { answered, insertNew } from './expressions.ts';
import { findOpenExpression, insertExtension } from './expression.sql.ts';

/** Staff give one person more time, and say why. They need not see a draft to do so: its reference is enough. */
export const extendDeadline = useCase('programmes.extendDeadline', {
	input: ExtendDeadline,
	on: ({ db }, { reference }) => findOpenExpression(db, reference),
	may: staff,
	async run(context, { until: local, why }, expression) {
		const call = (await holdCall(context.db, expression.call))!;
		const until = instantOf(local, call.zone);
		if (['draft', 'archived'].includes(phaseAt(call, context.now))) throw new Problem('call-not-open');
		if (until <= context.now || until <= ownEnd(call, expression)) throw new Unusable({ until: 'not-later' });
		await insertExtension(context.db, { expression: expression.id, until, why, ...signed(context) });
		await context.record('expression.extended', { id: expression.id, call: call.id });
		return { reference: expression.reference! };
	}
});

/** An application on paper or by telephone, typed up by a member of staff as themselves ("entered by"). */
export const typeUpExpression = useCase('programmes.typeUpExpression', {
	input: TypeUpExpression,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: staff,
	async run(context, { met, from, received }, { id }) {
		const call = (await holdCall(context.db, id))!;
		const at = instantOf(received, call.zone);
		mustHaveArrivedInTime(call, at, context.now);
		const eligibility = answered(call, met);
		const { by } = signed(context);
		const expression = await insertNew(context, {
			call: id,
			eligibility,
			at,
			enteredBy: by,
			enteredFrom: from
		});
		if (context.now >= endsAt(call)) await giveTimeToType(context, expression.id);
		await context.record('expression.typed-up', { id: expression.id, call: id });
		return { reference: expression.reference! };
	}
});

/** An administrator names who arranges access for a call, and so may read what its applicants need. */
export const nameArranger = useCase('programmes.nameArranger', {
	input: NameArranger,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: administrator,
	async run(context, { person, shownAs, until: local }, call) {
		const until = local === null ? null : instantOf(local, call.zone);
		await saveArranger(context.db, { call: call.id, person, shownAs, until, ...signed(context) });
		await context.record('call.arranger-named', { id: call.id, person });
		return { slug: call.slug };
	}
});

/** From now on this person no longer reads what a call's applicants need. */
export const dismissArranger = useCase('programmes.dismissArranger', {
	input: v.omit(NameArranger, ['shownAs', 'until']),
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: administrator,
	async run(context, { person }, call) {
		if (await deleteArranger(context.db, call.id, person))
			await context.record('call.arranger-dismissed', { id: call.id, person });
		return { slug: call.slug };
	}
});

/** What reached us before the deadline is in time, whenever it is typed up. */
function mustHaveArrivedInTime(call: StandingCall, received: Date, now: Date): void {
	if (received > now) throw new Unusable({ received: 'in-the-future' });
	if (!call.opensAt || received < call.opensAt) throw new Unusable({ received: 'before-it-opened' });
	if (received >= endsAt(call)) throw new Unusable({ received: 'after-it-closed' });
}

const daysToType = 7;

async function giveTimeToType(context: Context, expression: string): Promise<void> {
	const until = new Date(context.now.getTime() + daysToType * 86_400_000);
	await insertExtension(context.db, { expression, until, why: 'typed-up', ...signed(context) });
}

/** Who did it, and when. The rules of these use cases let in people only. */
function signed({ actor, now }: Context): { by: string; at: Date } {
	if (actor.kind !== 'person') throw new Problem('not-found');
	return { by: actor.id, at: now };
}
