import type { Db } from '#server/db';

/** A table of ours and the columns that hold something of their own, both in the order of their letters. */
export type Table = { schema: string; name: string; columns: string[] };
export type Sequence = { name: string; last: string; called: boolean };
export type ForeignKey = { table: string; name: string; definition: string };

/**
 * Every table but PostgreSQL's and pg-boss's, and files that are still on their way: their pieces are in no back-up, so
 * a restored Placard knows nothing of them and whoever sends one begins again. Which migrations ran is kept in the list of the back-up, and made again
 * by running them.
 */
export async function tables(db: Db): Promise<Table[]> {
	return db<Table[]>`
		select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attname collate "C") as columns
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
			and (n.nspname, c.relname) not in (('house', 'migration'), ('files', 'upload'), ('files', 'piece'))
		group by n.nspname, c.relname
		order by n.nspname collate "C", c.relname collate "C"`;
}

export async function sequences(db: Db): Promise<Sequence[]> {
	return db<Sequence[]>`
		select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as last,
			last_value is not null as called
		from pg_sequences
		where schemaname !~ '^pg_' and schemaname <> 'pgboss'
		order by schemaname collate "C", sequencename collate "C"`;
}

export async function setSequence(db: Db, { name, last, called }: Sequence): Promise<void> {
	await db`select setval(${name}::regclass, ${last}::bigint, ${called})`;
}

export async function foreignKeys(db: Db): Promise<ForeignKey[]> {
	return db<ForeignKey[]>`
		select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(con.oid) as definition
		from pg_constraint con
		join pg_namespace n on n.oid = con.connamespace
		where contype = 'f' and n.nspname !~ '^pg_' and n.nspname <> 'pgboss'
		order by 1, 2`;
}

export async function migrationsRun(db: Db): Promise<{ name: string; checksum: string }[]> {
	const [there] = await db`select to_regclass('house.migration') is not null as yes`;
	return there?.['yes'] ? db`select name, checksum from house.migration order by name collate "C"` : [];
}

/** The form in which rows become text must not depend on where they are. */
export async function fixForm(db: Db): Promise<void> {
	await db.unsafe(`
		set local timezone = 'UTC';
		set local datestyle = 'ISO, YMD';
		set local intervalstyle = 'postgres';
		set local bytea_output = 'hex';
		set local extra_float_digits = 1;
		set local statement_timeout = 0;
		set local lock_timeout = 0;
		set local idle_in_transaction_session_timeout = 0`);
}
