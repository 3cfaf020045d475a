import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';
import type { DecisionKind, OfferEnd } from '../release.ts';

export type DecisionRow = {
	expression: string;
	kind: DecisionKind;
	position: number | null;
	feedback: string | null;
	heldWhy: string | null;
	edition: number;
	decidedAt: Date;
	decidedBy: string;
};

/** One application to be decided upon, with what was decided and what it was told. */
export type CaseRow = {
	id: string;
	reference: string;
	name: string | null;
	locale: string;
	hasEmail: boolean;
	decision: DecisionKind | null;
	position: number | null;
	hasFeedback: boolean;
	isHeld: boolean;
	/** What they were told. */
	told: DecisionKind | null;
	offerUntil: Date | null;
	offerEnd: OfferEnd | null;
};

/**
 * Every application of a call on which there is to decide, of those that the actor may see: sent, not taken back,
 * neither spam nor read with another one.
 */
export function listCases(db: Db, actor: Actor, call: string): Promise<CaseRow[]> {
	return db<CaseRow[]>`
		select expression.id, expression.reference, expression.locale, ${groupOf(db)} as name,
			exists (
				select from programmes.answer email
				where email.expression = expression.id and email.question = 'email' and jsonb_typeof(email.value) = 'string'
			) as has_email,
			decision.kind as decision, decision.position, decision.feedback is not null as has_feedback,
			decision.held_why is not null as is_held, outcome.kind as told, offer.until as offer_until,
			offer_end.how as offer_end
		${expressionTables(db)}
		left join programmes.decision on decision.expression = expression.id
		left join programmes.outcome on outcome.expression = expression.id
		left join programmes.offer on offer.expression = expression.id
		left join programmes.offer_end on offer_end.offer = offer.id
		where expression.call = ${call} and submission.at is not null and withdrawal.at is null
			and ${asideOf(db)} is null and ${visibleTo(db, actor)}
		order by coalesce(outcome.kind, decision.kind) is null desc,
			array_position(array['offer', 'reserve', 'not'], coalesce(outcome.kind, decision.kind)), decision.position,
			lower(${groupOf(db)}), expression.reference`;
}

export async function findDecision(db: Db, expression: string): Promise<DecisionRow | undefined> {
	const [row] = await db<DecisionRow[]>`
		select expression, kind, position, feedback, held_why, edition, decided_at, decided_by
		from programmes.decision where expression = ${expression}`;
	return row;
}

export function listDecisions(db: Db, expressions: readonly string[]): Promise<DecisionRow[]> {
	return db<DecisionRow[]>`
		select expression, kind, position, feedback, held_why, edition, decided_at, decided_by
		from programmes.decision where expression = any(${expressions as string[]}::uuid[])
		order by position nulls last, expression`;
}

/** The expressions that are reserves, in their order. */
export async function listReserves(db: Db, call: string): Promise<string[]> {
	const rows = await db<{ expression: string }[]>`
		select decision.expression from programmes.decision
		where decision.call = ${call} and decision.kind = 'reserve' order by decision.position`;
	return rows.map(({ expression }) => expression);
}

type NewDecision = {
	expression: string;
	call: string;
	kind: DecisionKind;
	position: number | null;
	feedback: string | null;
	heldWhy: string | null;
	at: Date;
	by: string;
};

export async function saveDecision(db: Db, decision: NewDecision): Promise<void> {
	const { expression, call, kind, position, feedback, heldWhy, at, by } = decision;
	await db`
		insert into programmes.decision (expression, call, kind, position, feedback, held_why, decided_at, decided_by)
		values (${expression}, ${call}, ${kind}, ${position}, ${feedback}, ${heldWhy}, ${at}, ${by})
		on conflict (expression) do update
		set kind = excluded.kind, position = excluded.position, feedback = excluded.feedback, held_why = excluded.held_why,
			decided_at = excluded.decided_at, decided_by = excluded.decided_by, edition = decision.edition + 1`;
}

/** Reserves stand in this order from now on, without gaps. */
export async function orderReserves(db: Db, expressions: readonly string[]): Promise<void> {
	await db`
		update programmes.decision set position = placed.number
		from unnest(${expressions as string[]}::uuid[]) with ordinality as placed (expression, number)
		where decision.expression = placed.expression and decision.kind = 'reserve'`;
}

export async function deleteDecision(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.decision where expression = ${expression}`;
}
