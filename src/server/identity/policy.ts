import { administrator } from '#server/use-case';
import type { Actor, Role } from '#shared/actor';

/** An account as its rules see it. `guarded`: it asks for a second factor, being staff's or having one. */
export type Account = { person: string; guarded: boolean };

/** The person who is signed in, though their second factor may still be owed. */
export function signedIn(actor: Actor, { person }: { person: string }): boolean {
	return actor.kind === 'person' && actor.id === person;
}

/** The person themselves, who gave their second factor if the account asks for one. */
export function themselves(actor: Actor, { person, guarded }: Account): boolean {
	return signedIn(actor, { person }) && (!guarded || isRaised(actor));
}

/** The person themselves; as long as there is no second factor, the link is enough to set up the first. */
export function themselvesOrBeginning(actor: Actor, account: { person: string; factors: number }): boolean {
	return signedIn(actor, account) && (account.factors === 0 || isRaised(actor));
}

function isRaised(actor: Actor): boolean {
	return actor.kind === 'person' && actor.assurance === 2;
}

/** An administrator, for somebody else: nobody resets their own second factor. */
export function administratorOfOthers(actor: Actor, { person }: { person: string }): boolean {
	return administrator(actor) && actor.kind === 'person' && actor.id !== person;
}

/** Another administrator than the one who asked, who is one still; and neither is the person, whatever their roles. */
export function secondAdministrator(
	actor: Actor,
	reset: { person: string; askedBy: string; askerRoles: readonly Role[] }
): boolean {
	const isAnother = actor.kind === 'person' && actor.id !== reset.askedBy;
	return isAnother && administratorOfOthers(actor, reset) && reset.askerRoles.includes('administrator');
}
