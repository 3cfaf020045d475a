import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { endsAt, phaseAt } from '../call.ts';
import { keepingOf } from '../call-keep.ts';
import { InCall, TypeUpExpression } from '../expression-desk.schema.ts';
import { endingOf, mayChange } from '../expression.ts';
import type { Moment } from './call-views.ts';
import { findPublishedCall, holdCall, type StandingCall } from './call.sql.ts';
import { BySlug } from './calls.ts';
import { answered, insertNew } from './expressions.ts';
import { findBeingTyped, lockExpression } from './expression.sql.ts';
import { signed } from './signed.ts';
import { typedBy } from './typed-by.ts';
import { handOver, insertTypist, listBeingTyped } from './typing.sql.ts';

/** An application on paper or by telephone, typed up by a member of staff as themselves ("entered by"). */
export const typeUpExpression = useCase('programmes.typeUpExpression', {
	input: TypeUpExpression,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { met, from, received, language = getLocale() }, { id }) {
		const call = (await holdCall(context.db, id))!;
		const at = instantOf(received, call.zone);
		mustHaveArrivedInTime(call, at, context.now);
		const { by } = signed(context);
		const expression = await insertNew(context, {
			call,
			eligibility: answered(call, met),
			at,
			locale: language,
			enteredBy: by,
			enteredFrom: from
		});
		await insertTypist(context.db, expression.id, by, context.now);
		await context.record('expression.typed-up', { id: expression.id, call: id });
		return { reference: expression.reference!, slug: call.slug };
	}
});

export type BeingTyped = {
	reference: string;
	from: 'paper' | 'telephone';
	received: Moment;
	changed: Moment;
	typedBy: string[];
	/** Whoever looks has it. Somebody else's has to be taken over before its answers are seen. */
	isMine: boolean;
	mayChange: boolean;
	deletedAt: Moment | null;
};
export type TypingView = {
	slug: string;
	name: string;
	zone: string;
	language: StandingCall['content']['language'];
	must: string[];
	opens: Moment | null;
	ends: Moment | null;
	/** Something can have arrived in time: the call has opened, and is not put away. */
	mayType: boolean;
	drafts: BeingTyped[];
};

/** What staff need before they type, and everything typed up and not sent yet: theirs, and their colleagues'. */
export const showTyping = useCase('programmes.showTyping', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, call): Promise<TypingView> {
		const { slug, zone, content, opensAt, closesAt } = call;
		const drafts: BeingTyped[] = [];
		for (const reference of await listBeingTyped(context.db, call.id))
			drafts.push(await beingTyped(context, call, reference));
		return {
			slug,
			name: content.name,
			zone,
			language: content.language,
			must: content.eligibility.must,
			opens: opensAt && { instant: opensAt, zone },
			ends: closesAt && { instant: endsAt(call), zone },
			mayType: opensAt !== null && opensAt <= context.now && !isPutAway(call, context.now),
			drafts
		};
	}
});

/** A colleague goes on where somebody else left off, as themselves. Both are named from then on. */
export const takeOverTyping = useCase('programmes.takeOverTyping', {
	input: InCall,
	async on({ db }, { slug, reference }) {
		const [call, expression] = [await findPublishedCall(db, slug), await findBeingTyped(db, reference)];
		return call && expression?.call === call.id ? { expression } : undefined;
	},
	may: staff,
	async run(context, { slug }, { expression: { id, call } }) {
		const { reference, enteredBy } = await lockExpression(context.db, id);
		const { by, at } = signed(context);
		if (enteredBy === by) return { reference: reference!, slug };
		await handOver(context.db, id, by);
		await insertTypist(context.db, id, by, at);
		await context.record('expression.taken-over', { id, call });
		return { reference: reference!, slug };
	}
});

/** What reached us before the deadline is in time, whenever it is typed up. */
function mustHaveArrivedInTime(call: StandingCall, received: Date, now: Date): void {
	if (isPutAway(call, now)) throw new Problem('call-takes-none');
	if (received > now) throw new Unusable({ received: 'in-the-future' });
	if (!call.opensAt || received < call.opensAt) throw new Unusable({ received: 'before-it-opened' });
	if (received >= endsAt(call)) throw new Unusable({ received: 'after-it-closed' });
}

function isPutAway(call: StandingCall, now: Date): boolean {
	return phaseAt(call, now) === 'archived';
}

async function beingTyped(context: Context, call: StandingCall, reference: string): Promise<BeingTyped> {
	const expression = (await findBeingTyped(context.db, reference))!;
	const moment = (instant: Date) => ({ instant, zone: call.zone });
	const ending = endingOf(call, expression, keepingOf(call.content));
	return {
		reference,
		from: expression.enteredFrom!,
		received: moment(expression.begunAt),
		changed: moment(expression.changedAt),
		typedBy: await typedBy(context, expression),
		isMine: context.actor.kind === 'person' && context.actor.id === expression.enteredBy,
		mayChange: mayChange(call, expression, context.now),
		deletedAt: ending && moment(ending.at)
	};
}
