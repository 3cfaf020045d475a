import type { Db } from '#server/db';

/**
 * While the world is made, each new row of a table gets an id that is the same in every world: of a count, not of
 * chance. Put back before the transaction ends, so that nobody else ever meets it.
 */
export async function withTheSameIds<T>(db: Db, work: () => Promise<T>): Promise<T> {
	await db`create schema seed`;
	await db`create table seed.count (place text primary key, rows integer not null)`;
	await db`
		create function seed.next_id(place text) returns uuid language sql volatile as $$
			insert into seed.count values (place, 1) on conflict (place) do update set rows = count.rows + 1
			returning overlay(overlay(md5(place || rows) placing '4' from 13) placing '8' from 17)::uuid $$`;
	const columns = await idColumns(db);
	for (const { place, name } of columns)
		await db.unsafe(`alter table ${place} alter column ${name} set default seed.next_id('${place}')`);
	const made = await work();
	for (const { place, name } of columns)
		await db.unsafe(`alter table ${place} alter column ${name} set default gen_random_uuid()`);
	await db`drop schema seed cascade`;
	return made;
}

/** Quoted names, of our own schemas only. */
function idColumns(db: Db) {
	return db<{ place: string; name: string }[]>`
		select format('%I.%I', table_schema, table_name) as place, format('%I', column_name) as name
		from information_schema.columns
		where column_default = 'gen_random_uuid()' and table_schema <> 'pgboss'
		order by 1, 2`;
}

/** Nobody, no programme, no host: a world may be made here. */
export async function isEmpty(db: Db): Promise<boolean> {
	const [row] = await db<{ lived: boolean }[]>`
		select exists (select from identity.person) or exists (select from programmes.programme)
			or exists (select from site.host) as lived`;
	return !row!.lived;
}

/** A reference that people can talk about, instead of the one that chance gave. */
export async function renameExpression(db: Db, from: string, to: string): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		update programmes.expression set reference = ${to} where reference = ${from} returning id`;
	return row!.id;
}

export type Asked = { id: string; listener: string; details: Record<string, string> };

/** The next thing that a listener is asked to do, taken out of the queue. */
export async function takeAsked(db: Db): Promise<Asked | undefined> {
	const [row] = await db<{ id: string; data: Omit<Asked, 'id'> }[]>`
		delete from pgboss.job where id = (
			select id from pgboss.job where name = 'listeners' and state = 'created' order by created_on, id limit 1)
		returning id, data`;
	return row && { id: row.id, ...row.data };
}

/** Letters are seen to here, and by nobody afterwards. */
export async function dropErrands(db: Db): Promise<void> {
	await db`delete from pgboss.job where name = 'errands' and state = 'created'`;
}

export type Waiting = {
	id: string;
	address: string;
	template: string;
	locale: string;
	details: Record<string, string>;
};

export async function waitingLetters(db: Db): Promise<Waiting[]> {
	return db<Waiting[]>`
		select id, address, template, locale, details from mail.standing where state = 'waiting' order by queued_at, id`;
}

export async function newestLetter(db: Db, template: string): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		select id from mail.letter where template = ${template} order by queued_at desc, id limit 1`;
	return row!.id;
}

/** The id of somebody on the staff of the imaginary world. */
export async function findStaff(db: Db, email: string): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`select id from identity.person where email = ${email}`;
	return row?.id;
}
