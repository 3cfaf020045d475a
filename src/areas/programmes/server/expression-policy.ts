import type { Actor } from '#shared/actor';
import { staff, type Context } from '#server/use-case';
import { findStanding, type PersonRow } from '../together/server/person.sql.ts';
import { findExpression, type ExpressionRow } from './expression.sql.ts';

export type Held = {
	expression: Pick<ExpressionRow, 'id' | 'enteredBy' | 'submittedAt'>;
	/** Who of several asks. Undefined: it is one person's, or the one who asks is not on it any more. */
	person?: PersonRow | undefined;
	isShared?: boolean;
};

export type HeldRow = Held & { expression: ExpressionRow };

/** The applicant in whose browser the expression is open; of several, the one who leads. */
export function holder(actor: Actor, { expression, person, isShared }: Held): boolean {
	if (actor.kind !== 'applicant' || actor.expression !== expression.id) return false;
	return isShared ? person?.may === 'lead' && actor.co === person.id : actor.co === undefined;
}

/** The applicant; or the member of staff who types up their paper or call, until it is sent. */
export function holderOrTypist(actor: Actor, held: Held): boolean {
	return holder(actor, held) || typist(actor, held);
}

/** The applicant; or whoever typed it up, once it is sent too: a button pressed twice gets the same answer. */
export function holderOrWhoTyped(actor: Actor, held: Held): boolean {
	return holder(actor, held) || isTypedBy(actor, held);
}

/** The member of staff who types it up, as themselves, until it is sent. */
export function typist(actor: Actor, held: Held): boolean {
	return isTypedBy(actor, held) && held.expression.submittedAt === null;
}

function isTypedBy(actor: Actor, { expression: { enteredBy } }: Held): boolean {
	return staff(actor) && actor.kind === 'person' && actor.id === enteredBy;
}

/** The expression of that reference, when the actor may know of it. */
export async function holding(
	{ db, actor }: Context,
	{ reference }: { reference: string }
): Promise<HeldRow | undefined> {
	const expression = await findExpression(db, actor, reference);
	if (!expression || actor.kind !== 'applicant') return expression && { expression };
	return { expression, ...(await findStanding(db, expression.id, actor.co ?? null)) };
}
