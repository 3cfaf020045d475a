import type { Context } from '#server/use-case';
import { staffNow, type StaffRow } from './people.sql.ts';

/** Whoever holds a role now, by name. Call it inside a use case that has asked who may, or as the house. */
export function whoWorksHere({ db, now }: Pick<Context, 'db' | 'now'>): Promise<StaffRow[]> {
	return staffNow(db, now);
}
