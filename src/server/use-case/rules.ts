import type { Actor } from '#shared/actor';

/** A named rule: may this actor do this to that subject, at this instant? */
export type Rule<S> = (actor: Actor, subject: S, now: Date) => boolean;

/** Anyone at all, signed in or not. */
export function anyone(): boolean {
	return true;
}

/** Only we ourselves: a job that follows an event or the clock, or the command line of who runs the server. */
export function ourselves(actor: Actor): boolean {
	return actor.kind === 'house';
}

/** Host staff who gave their second factor: programme leads and administrators. */
export function staff(actor: Actor): boolean {
	return secondFactorGiven(actor) && actor.roles.length > 0;
}

/** An administrator who gave their second factor. */
export function administrator(actor: Actor): boolean {
	return secondFactorGiven(actor) && actor.roles.includes('administrator');
}

function secondFactorGiven(actor: Actor): actor is Extract<Actor, { kind: 'person' }> {
	return actor.kind === 'person' && actor.assurance === 2;
}
