import type { Actor } from '#shared/actor';
import type { MemberRow } from './member.sql.ts';
import type { Standing } from './standing.ts';

type Taking = Pick<Standing, 'member'>;

/** Whoever may read it at its share level; what they are shown is the view's. */
export function reader(_: Actor, { campaign }: Pick<Standing, 'campaign'>): boolean {
	return campaign !== undefined;
}

/** Whoever takes part in the campaign now, guests too. */
export function memberOf(_: Actor, { member }: Taking): boolean {
	return member !== null;
}

export function coordinatorOf(_: Actor, { member }: Taking): boolean {
	return member?.part === 'coordinator';
}

/** Whoever was asked to take part, or does. */
export function invitedTo(actor: Actor, { held }: { held: MemberRow }): boolean {
	return actor.kind === 'person' && actor.id === held.person;
}

/** Whoever is signed in, with the second factor where their account has one. */
export function signedInPerson(actor: Actor, { person }: { person: string }): boolean {
	return actor.kind === 'person' && actor.id === person;
}
