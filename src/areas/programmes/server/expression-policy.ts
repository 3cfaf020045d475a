import type { Actor } from '#shared/actor';
import { staff, type Context } from '#server/use-case';
import { findExpression, type ExpressionRow } from './expression.sql.ts';

type Held = { expression: Pick<ExpressionRow, 'id' | 'enteredBy' | 'submittedAt'> };

/** The applicant in whose browser the expression is open. */
export function holder(actor: Actor, { expression }: Held): boolean {
	return actor.kind === 'applicant' && actor.expression === expression.id;
}

/** The applicant; or the member of staff who types up their paper or call, until it is sent. */
export function holderOrTypist(actor: Actor, held: Held): boolean {
	return holder(actor, held) || typist(actor, held);
}

/** The same, and whoever typed it once it is sent: a button pressed twice gets the same answer. */
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
export async function holding({ db, actor }: Context, { reference }: { reference: string }) {
	const expression = await findExpression(db, actor, reference);
	return expression && { expression };
}
