import { staff, type Context } from '#server/use-case';
import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';

/** A member of staff who is there themselves: no program makes another, or ends one. */
export function staffThemselves(actor: Actor): boolean {
	return staff(actor) && actor.kind === 'person' && actor.through === undefined;
}

/** Whoever made it, as long as they are staff; or an administrator, since one that is lost concerns them all. */
export function ownerOrAdministrator(actor: Actor, { person }: { person: string }): boolean {
	return staffThemselves(actor) && (seesAll(actor) || (actor.kind === 'person' && actor.id === person));
}

/** Administrators see what everybody made. */
export function seesAll(actor: Actor): boolean {
	return actor.kind === 'person' && actor.roles.includes('administrator');
}

/** Rules have asked already. */
export function personOf({ actor }: Pick<Context, 'actor'>): string {
	if (actor.kind !== 'person') throw new Problem('not-found');
	return actor.id;
}
