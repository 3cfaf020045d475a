import type { Db } from '#server/db';

/** What something is of each of these expressions; those that it is nothing of have no entry. */
export type Standing = Map<string, string>;

export async function whoHas(db: Db, ids: readonly string[]): Promise<Standing> {
	const rows = await db<{ expression: string; person: string }[]>`
		select expression, person from programmes.assignment where expression = any(${ids}::uuid[])`;
	return new Map(rows.map(({ expression, person }) => [expression, person]));
}

export async function giveTo(db: Db, ids: readonly string[], person: string | null, at: Date): Promise<void> {
	await db`delete from programmes.assignment where expression = any(${ids}::uuid[])`;
	if (person === null) return;
	await db`
		insert into programmes.assignment (expression, person, since)
		select expression, ${person}, ${at} from unnest(${ids}::uuid[]) as expression`;
}

export async function whichHave(db: Db, ids: readonly string[], tag: string): Promise<Standing> {
	const rows = await db<{ expression: string }[]>`
		select expression from programmes.tagging where tag = ${tag} and expression = any(${ids}::uuid[])`;
	return new Map(rows.map(({ expression }) => [expression, 'yes']));
}

export async function putTag(db: Db, ids: readonly string[], tag: string, on: boolean): Promise<void> {
	await db`delete from programmes.tagging where tag = ${tag} and expression = any(${ids}::uuid[])`;
	if (!on) return;
	await db`
		insert into programmes.tagging (tag, expression)
		select tag.id, expression from programmes.tag, unnest(${ids}::uuid[]) as expression where tag.id = ${tag}`;
}

export async function whichAreSpam(db: Db, ids: readonly string[]): Promise<Standing> {
	const rows = await db<{ expression: string }[]>`
		select expression from programmes.spam_mark
		where undone_at is null and expression = any(${ids as string[]}::uuid[])`;
	return new Map(rows.map(({ expression }) => [expression, 'yes']));
}

type Signed = { by: string; at: Date };

export async function markSpam(
	db: Db,
	ids: readonly string[],
	{ why, at, by }: Signed & { why: string }
): Promise<void> {
	await db`
		insert into programmes.spam_mark (expression, why, marked_at, marked_by)
		select expression, ${why}, ${at}, ${by} from unnest(${ids as string[]}::uuid[]) as expression
		on conflict (expression) where undone_at is null do nothing`;
}

export async function unmarkSpam(db: Db, ids: readonly string[], { at, by }: Signed): Promise<void> {
	await db`
		update programmes.spam_mark set undone_at = ${at}, undone_by = ${by}
		where undone_at is null and expression = any(${ids as string[]}::uuid[])`;
}
