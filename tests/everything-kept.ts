import type { Db } from '#server/db';

/** Every row of every table of the database, as text: to look for what must not be there. */
export async function everythingKept(db: Db): Promise<string> {
	const tables = await db<{ name: string }[]>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema')`;
	const pieces: string[] = [];
	for (const { name } of tables)
		for (const row of await db.unsafe<{ row: string }[]>(`select kept::text as row from ${name} as kept`))
			pieces.push(`${name} ${row.row}`);
	return pieces.join('\n');
}
