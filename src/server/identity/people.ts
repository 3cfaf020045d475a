import type { Context } from '#server/use-case';
import { findByEmail, findNames, insertPerson, type Person } from './people.sql.ts';
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

/** What people are called, by their id: for what they wrote or did. Call it inside a use case that has asked who may. */
export async function namesOf(
	{ db }: Pick<Context, 'db'>,
	ids: readonly string[]
): Promise<Map<string, string>> {
	const rows = ids.length ? await findNames(db, [...new Set(ids)]) : [];
	return new Map(rows.map(({ id, name }) => [id, name]));
}
