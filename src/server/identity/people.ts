import type { Context } from '#server/use-case';
import {
	findByEmail,
	findNames,
	findPerson,
	insertPerson,
	standingOf,
	type Person,
	type Standing
} from './people.sql.ts';
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

/** The roles that somebody has now, for what acts in their name. */
export function standing(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	person: string
): Promise<Standing | undefined> {
	return standingOf(db, person, now);
}

/** Where to write to somebody, and in which language. */
export function findPersonOf({ db }: Pick<Context, 'db'>, person: string): Promise<Person | undefined> {
	return findPerson(db, person);
}
