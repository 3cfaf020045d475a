import type { Actor } from '#shared/actor';
import { staff } from '#server/use-case';

/** A programme lead who gave their second factor; an administrator who is no lead is not enough. */
export function programmeLead(actor: Actor): boolean {
	return staff(actor) && actor.kind === 'person' && actor.roles.includes('lead');
}
