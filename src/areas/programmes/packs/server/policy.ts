import { staff, type Rule } from '#server/use-case';
import type { PackRow } from './pack.sql.ts';

/** The member of staff who asked for the pack, as long as they are staff. */
export const whoAskedForThePack: Rule<{ pack: PackRow }> = function whoAskedForThePack(actor, { pack }) {
	return staff(actor) && actor.kind === 'person' && actor.id === pack.person;
};
