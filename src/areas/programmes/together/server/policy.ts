import type { Actor } from '#shared/actor';
import { holder, typist, type Held } from '../../server/expression-policy.ts';
import { isAtLeast, type Power } from '../together.ts';

/** The lead, or somebody whom they let read. */
export function anyOfThem(actor: Actor, held: Held): boolean {
	return holder(actor, held) || isOneWhoMay('view', actor, held);
}

/** The lead, or somebody whom they let comment. */
export function whoMayComment(actor: Actor, held: Held): boolean {
	return holder(actor, held) || isOneWhoMay('comment', actor, held);
}

/** The lead, or somebody whom they let edit. */
export function whoMayEdit(actor: Actor, held: Held): boolean {
	return holder(actor, held) || isOneWhoMay('edit', actor, held);
}

/** The same; or the member of staff who types up their paper or call, until it is sent. */
export function anyOfThemOrTypist(actor: Actor, held: Held): boolean {
	return anyOfThem(actor, held) || typist(actor, held);
}

export function whoMayEditOrTypist(actor: Actor, held: Held): boolean {
	return whoMayEdit(actor, held) || typist(actor, held);
}

/** Somebody on it who does not lead. */
export function coApplicant(actor: Actor, held: Held): boolean {
	return anyOfThem(actor, held) && held.person !== undefined && held.person.may !== 'lead';
}

/** Somebody on it who may edit and does not lead. */
export function editor(actor: Actor, held: Held): boolean {
	return isOneWhoMay('edit', actor, held) && held.person?.may !== 'lead';
}

function isOneWhoMay(least: Power, actor: Actor, { expression, person }: Held): boolean {
	if (actor.kind !== 'applicant' || actor.expression !== expression.id || !person) return false;
	return actor.co === person.id && isAtLeast(person.may, least);
}
