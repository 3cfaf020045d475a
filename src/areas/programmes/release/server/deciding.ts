import type * as v from 'valibot';
import { Problem, Unusable } from '#shared/problem';
import { preview } from '#server/mail';
import { useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import { findCall, lockCall, type StandingCall } from '../../server/call.sql.ts';
import { listChosen } from '../../board/server/solving.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import { Decide, Propose } from '../release.schema.ts';
import { dayDue, offerState, type DecisionKind, type OfferState } from '../release.ts';
import { about } from './about.ts';
import {
	deleteDecision,
	findDecision,
	listCases,
	listDecisions,
	listReserves,
	orderReserves,
	saveDecision,
	type CaseRow
} from './decision.sql.ts';
import { templateOf } from './letters.ts';
import { findOfferOf, findWordsOfEnd } from './offer.sql.ts';
import { decider, deciding, isRecused } from './policy.ts';
import { findOutcome, listReleases } from './release.sql.ts';

export type CaseView = {
	reference: string;
	name: string;
	hasEmail: boolean;
	decision: DecisionKind | null;
	position: number | null;
	hasFeedback: boolean;
	isHeld: boolean;
	told: DecisionKind | null;
	offer: OfferState | null;
};
export type DecisionsView = {
	slug: string;
	name: string;
	decisionsBy: string | null;
	zone: string;
	/** The day that was promised is near, or has passed, and somebody waits. */
	due: 'week-before' | 'passed' | null;
	released: { at: Moment; answerBy: Moment } | null;
	reasons: string;
	/** On whom there is still to decide, or a decision is held back. */
	open: number;
	/** The panel took a group on its board. */
	hasChoice: boolean;
	cases: CaseView[];
};

/** Staff see on whom they decided, what is pending, and after the release what became of each offer. */
export const listCallDecisions = useCase('programmes.listCallDecisions', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run(context, { slug }, { call }): Promise<DecisionsView> {
		const cases = await listCases(context.db, context.actor, call.id);
		const releases = await listReleases(context.db, call.id);
		const [latest] = releases;
		const moment = (instant: Date) => ({ instant, zone: call.zone });
		return {
			slug,
			name: call.content.name,
			decisionsBy: call.decisionsBy,
			zone: call.zone,
			due: (cases.some(({ told }) => !told) && dayDue(call, context.now)) || null,
			released: latest ? { at: moment(releases.at(-1)!.at), answerBy: moment(latest.answerBy) } : null,
			reasons: latest?.reasons ?? '',
			open: cases.filter((one) => !one.told && (!one.decision || one.isHeld)).length,
			hasChoice: (await listChosen(context.db, call.id)).length > 0,
			cases: cases.map((one) => caseView(one, context.now))
		};
	}
});

/** How many wait for a decision, for whoever takes part in deciding. */
export async function openDecisions(context: Context, slug: string): Promise<number> {
	const found = await deciding(context, { slug });
	if (!found || !decider(context.actor, found)) return 0;
	return (await listCallDecisions.within(context, { slug })).open;
}

function caseView(row: CaseRow, now: Date): CaseView {
	const { reference, name, offerUntil, offerEnd } = row;
	return {
		reference,
		name: name ?? reference,
		hasEmail: row.hasEmail,
		decision: row.decision,
		position: row.position,
		hasFeedback: row.hasFeedback,
		isHeld: row.isHeld,
		told: row.told,
		offer: offerUntil && offerState({ until: offerUntil, end: offerEnd }, now)
	};
}

export type DecisionView = {
	slug: string;
	reference: string;
	programme: string;
	name: string;
	kind: DecisionKind | 'none';
	position: number | null;
	feedback: string;
	heldWhy: string;
	isHeld: boolean;
	edition: number;
	/** How many reserves there are, with this one if it is one. */
	reserves: number;
	told: DecisionKind | null;
	/** What they answered to an offer, and what they wrote with it. */
	answer: { state: OfferState; words: string | null } | null;
	language: string;
	hasEmail: boolean;
	/** The letter as its reader would get it now. */
	letter: { subject: string; text: string } | null;
};

/** One decision, with its letter as the applicant would get it: in their language, and without the link that is made at sending. */
export const showDecision = useCase('programmes.showDecision', {
	input: InCall,
	on: casesIn,
	may: decider,
	async run(context, { slug }, { expression, one, call }): Promise<DecisionView> {
		const decision = await findDecision(context.db, expression.id);
		const reserves = await listReserves(context.db, call.id);
		const isReserve = reserves.includes(expression.id);
		return {
			slug,
			reference: expression.reference!,
			programme: call.content.name,
			name: one.name ?? expression.reference!,
			kind: decision?.kind ?? 'none',
			position: decision?.position ?? null,
			feedback: decision?.feedback ?? '',
			heldWhy: decision?.heldWhy ?? '',
			isHeld: one.isHeld,
			edition: decision?.edition ?? 0,
			reserves: reserves.length + (isReserve ? 0 : 1),
			told: one.told,
			answer: await answerOf(context, expression.id),
			language: expression.locale,
			hasEmail: one.hasEmail,
			letter: await letterTo(context, expression, one.told ?? decision?.kind, !one.told)
		};
	}
});

async function answerOf({ db, now }: Context, expression: string): Promise<DecisionView['answer']> {
	const offer = await findOfferOf(db, expression);
	return offer ? { state: offerState(offer, now), words: await findWordsOfEnd(db, offer.id) } : null;
}

async function letterTo(
	context: Context,
	{ id, locale }: ExpressionRow,
	kind: DecisionKind | undefined,
	isPending: boolean
) {
	if (!kind) return null;
	const details = { expression: id, ...(isPending ? { pending: 'yes' } : {}) };
	const read = await preview(context, { template: templateOf(kind), locale, details });
	return read ? { subject: read.subject, text: read.text } : null;
}

/** Staff decide about one, decide otherwise, or hold it back. Nobody but they learn of it before the release. */
export const decide = useCase('programmes.decide', {
	input: Decide,
	on: casesIn,
	may: decider,
	async run(context, { slug, ...wanted }, { expression, call }) {
		const { db } = context;
		await lockCall(db, call.id);
		await lockExpression(db, expression.id);
		if (await findOutcome(db, expression.id)) throw new Problem('decision-released');
		const known = await findDecision(db, expression.id);
		if ((known?.edition ?? 0) !== wanted.edition) throw new Problem('decision-meanwhile');
		if (wanted.held && !wanted.why) throw new Unusable({ why: 'missing' });
		await put(context, call.id, expression.id, wanted);
		await recordDecision(context, { expression, known: Boolean(known) }, wanted);
		return { slug, reference: expression.reference! };
	}
});

type Wanted = Pick<v.InferOutput<typeof Decide>, 'kind' | 'position' | 'feedback' | 'held' | 'why'>;

async function put(context: Context, call: string, expression: string, wanted: Wanted): Promise<void> {
	const { db } = context;
	const { by, at } = signed(context);
	const { kind, feedback, held, why } = wanted;
	const others = (await listReserves(db, call)).filter((one) => one !== expression);
	if (kind === 'none') await deleteDecision(db, expression);
	else {
		const said = { feedback: feedback || null, heldWhy: held ? why : null };
		const position = kind === 'reserve' ? others.length + 1 : null;
		await saveDecision(db, { expression, call, kind, position, ...said, at, by });
	}
	const place = Math.min(wanted.position ?? others.length + 1, others.length + 1) - 1;
	const order = kind === 'reserve' ? others.toSpliced(place, 0, expression) : others;
	await orderReserves(db, order);
}

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

async function recordDecision(
	{ record }: Recording,
	{ expression, known }: { expression: ExpressionRow; known: boolean },
	{ kind, held }: Pick<Wanted, 'kind' | 'held'>
): Promise<void> {
	if (kind === 'none') return known ? record('decision.taken-back', about(expression)) : undefined;
	await record(known ? 'decision.changed' : 'decision.made', { ...about(expression), kind });
	if (held) await record('decision.held', about(expression));
}

/**
 * What a board proposes becomes what is decided: offers, reserves in their order, everybody else not this time.
 * Feedback and what is held back stay. Those who were told already are left alone.
 */
export const proposeDecisions = useCase('programmes.proposeDecisions', {
	input: Propose,
	on: deciding,
	may: decider,
	async run(context, { slug, offers, reserves }, { call }) {
		await lockCall(context.db, call.id);
		const cases = (await listCases(context.db, context.actor, call.id)).filter(({ told }) => !told);
		const byReference = new Map(cases.map((one) => [one.reference, one.id]));
		const ids = (references: readonly string[]) => references.flatMap((one) => byReference.get(one) ?? []);
		if (ids([...offers, ...reserves]).length !== new Set([...offers, ...reserves]).size)
			throw new Problem('not-found');
		const [offered, ordered] = [new Set(ids(offers)), ids(reserves)];
		const kindOf = (id: string): DecisionKind =>
			offered.has(id) ? 'offer' : ordered.includes(id) ? 'reserve' : 'not';
		await putAll(context, call, new Map(cases.map(({ id }) => [id, kindOf(id)])), ordered);
		return { slug };
	}
});

/** Everybody without a decision: not this time. */
export const declineTheRest = useCase('programmes.declineTheRest', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run(context, { slug }, { call }) {
		await lockCall(context.db, call.id);
		const cases = await listCases(context.db, context.actor, call.id);
		const rest = cases.filter(({ told, decision }) => !told && !decision);
		const reserves = await listReserves(context.db, call.id);
		await putAll(context, call, new Map(rest.map(({ id }) => [id, 'not' as const])), reserves);
		return { slug };
	}
});

async function putAll(
	context: Recording,
	{ id: call }: StandingCall,
	kinds: ReadonlyMap<string, DecisionKind>,
	order: readonly string[]
): Promise<void> {
	const { by, at } = signed(context);
	const known = new Map(
		(await listDecisions(context.db, [...kinds.keys()])).map((one) => [one.expression, one])
	);
	let next = order.length;
	for (const [expression, kind] of kinds) {
		const { feedback = null, heldWhy = null, kind: before } = known.get(expression) ?? {};
		if (before === kind && kind !== 'reserve') continue;
		const position = kind === 'reserve' ? (next += 1) : null;
		await saveDecision(context.db, { expression, call, kind, position, feedback, heldWhy, at, by });
		const event = before ? 'decision.changed' : 'decision.made';
		if (before !== kind) await context.record(event, { ...about({ id: expression, call }), kind });
	}
	await orderReserves(context.db, order);
}

/** One on which there is to decide. */
async function casesIn(context: Context, input: v.InferOutput<typeof InCall>) {
	const held = await sentIn(context, input);
	if (!held) return undefined;
	const { expression } = held;
	const cases = await listCases(context.db, context.actor, expression.call);
	const one = cases.find(({ id }) => id === expression.id);
	const call = await findCall(context.db, expression.call);
	if (!one || !call) return undefined;
	return { expression, one, call, isRecused: await isRecused(context, call.id) };
}
