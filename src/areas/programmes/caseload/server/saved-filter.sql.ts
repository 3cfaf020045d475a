import type { Db } from '#server/db';

export type FilterRow = {
	id: string;
	call: string;
	owner: string;
	name: string;
	query: string;
	shared: boolean;
};

/** One's own, and what colleagues share. */
export function listFilters(db: Db, call: string, person: string): Promise<FilterRow[]> {
	return db<FilterRow[]>`
		select id, call, owner, name, query, shared from programmes.saved_filter
		where call = ${call} and (shared or owner = ${person}) order by lower(name), id`;
}

type NewFilter = Omit<FilterRow, 'id'> & { at: Date };

export async function insertFilter(db: Db, filter: NewFilter): Promise<string> {
	const { call, owner, name, query, shared, at } = filter;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.saved_filter (call, owner, name, query, shared, made_at)
		values (${call}, ${owner}, ${name}, ${query}, ${shared}, ${at}) returning id`;
	return row!.id;
}

export async function renameFilter(db: Db, id: string, name: string, shared: boolean): Promise<void> {
	await db`update programmes.saved_filter set name = ${name}, shared = ${shared} where id = ${id}`;
}

export async function removeFilter(db: Db, id: string): Promise<void> {
	await db`delete from programmes.saved_filter where id = ${id}`;
}
