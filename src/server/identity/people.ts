import { findByEmail, insertPerson, type Person } from './people.sql.ts';
import type { Acting } from './sessions.ts';

/** The person with this address; somebody new if nobody has it. */
export async function personWith(acting: Acting, person: Omit<Person, 'id'>): Promise<string> {
	const { db, now, record } = acting;
	const known = await findByEmail(db, person.email);
	const id = known ? undefined : await insertPerson(db, person, now);
	if (!id) return (known ?? (await findByEmail(db, person.email))!).id;
	await record('person.joined', { id });
	return id;
}
