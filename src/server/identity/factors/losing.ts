import type { Db } from '#server/db';
import { Problem } from '#shared/problem';
import type { Standing } from '../people.sql.ts';
import { deleteCodes } from './recovery-codes.sql.ts';

/** Staff keep at least one second factor: to change the last one, they add another first. */
export function mayLose({ roles, factors }: Standing): void {
	if (roles.length && factors <= 1) throw new Problem('last-factor');
}

/** Codes from paper stand in for a second factor; with the last one they go too. */
export async function afterLosing(db: Db, { person, factors }: Standing): Promise<void> {
	if (factors <= 1) await deleteCodes(db, person);
}
