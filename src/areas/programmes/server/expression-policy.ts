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
	return holder(actor, held) || isTypist(actor, held);
}

function isTypist(actor: Actor, { expression: { enteredBy, submittedAt } }: Held): boolean {
	return staff(actor) && actor.kind === 'person' && actor.id === enteredBy && submittedAt === null;
}

/** The expression of that reference, when the actor may know of it. */
export async function holding({ db, actor }: Context, { reference }: { reference: string }) {
	const expression = await findExpression(db, actor, reference);
	return expression && { expression };
}
