import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import { listElsewhere } from './leaving.sql.ts';

/** What people are called: those who have an account here, and those who came with a campaign from elsewhere. */
export async function namesOfPeople(
	context: Context,
	persons: readonly string[]
): Promise<Map<string, string>> {
	const names = await namesOf(context, persons);
	const others = persons.filter((person) => !names.has(person));
	if (others.length) for (const { id, name } of await listElsewhere(context.db, others)) names.set(id, name);
	return names;
}
