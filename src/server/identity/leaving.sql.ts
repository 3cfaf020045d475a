import type { Db } from '#server/db';
import { inForce } from './people.sql.ts';

/**
 * Deletes accounts of those who left: no role in force, none that ended since `since`, and not signed in since. What they
 * wrote stays where it is, without their name.
 */
export async function forgetWhoLeft(db: Db, since: Date, now: Date): Promise<number> {
	const { count } = await db`
		delete from identity.person
		where person.since < ${since} and coalesce(seen_on, person.since::date) < ${since}::timestamptz::date
			and not exists (
				select from identity.appointment
				where appointment.person = person.id and (${inForce(db, now)}
					or coalesce(least(appointment.until, appointment.ended_at), 'infinity') >= ${since}))`;
	return count;
}
