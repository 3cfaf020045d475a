import type { Actor } from '#shared/actor';

/** Which of several people it is. Null: the one person whose application it is, or nobody of them. */
export function coOf(actor: Actor): string | null {
	return actor.kind === 'applicant' ? (actor.co ?? null) : null;
}
