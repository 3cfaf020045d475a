import type { Actor } from '#shared/actor';
import { administrator } from '#server/use-case';
import type { PersonRow } from './people.sql.ts';

/** What staff see of one another: names and roles. Addresses, and who has no second factor yet, administrators alone. */
export function personFor(actor: Actor, { id, name, email, factors, roles }: PersonRow) {
	const shown = { id, name, roles };
	return administrator(actor) ? { ...shown, email, hasFactor: factors > 0 } : shown;
}
