import type { Db } from '#server/db';
import type { FileKind } from '#shared/file-kinds';

/** Whose file it is, in the words of the area that keeps it: { kind: 'expression', id }. */
export type Owner = { kind: string; id: string };
export type FileRow = {
	id: string;
	sha256: string;
	size: number;
	kind: FileKind;
	name: string;
	ownerKind: string;
	ownerId: string;
	storedAt: Date;
};
type NewFile = { sha256: string; size: number; kind: FileKind; name: string; owner: Owner; at: Date };

export async function insertFile(db: Db, file: NewFile): Promise<FileRow> {
	const [row] = await db<FileRow[]>`
		insert into files.file (sha256, size, kind, name, owner_kind, owner_id, stored_at)
		values (${file.sha256}, ${file.size}, ${file.kind}, ${file.name}, ${file.owner.kind}, ${file.owner.id}, ${file.at})
		returning ${columns(db)}`;
	return row!;
}

export async function findFile(db: Db, id: string): Promise<FileRow | undefined> {
	const [row] = await db<
		FileRow[]
	>`select ${columns(db)} from files.file where id = ${id} and purged_at is null`;
	return row;
}

export async function findFilesOf(db: Db, { kind, id }: Owner): Promise<FileRow[]> {
	return db<FileRow[]>`
		select ${columns(db)} from files.file
		where owner_kind = ${kind} and owner_id = ${id} and purged_at is null order by stored_at, id`;
}

/** Empties the row and says which bytes it named. */
export async function purge(db: Db, id: string, now: Date): Promise<string | undefined> {
	const [row] = await db<{ sha256: string }[]>`
		with old as (select id, sha256 from files.file where id = ${id} and purged_at is null for update)
		update files.file set sha256 = null, name = null, purged_at = ${now} from old where file.id = old.id
		returning old.sha256`;
	return row?.sha256;
}

export async function isNamed(db: Db, sha256: string): Promise<boolean> {
	const [row] = await db`select 1 from files.file where sha256 = ${sha256} limit 1`;
	return row !== undefined;
}

/** Which of these bytes no file names. */
export async function unnamed(db: Db, all: string[]): Promise<string[]> {
	const rows = await db<{ sha256: string }[]>`
		select given.sha256 from unnest(${all}::text[]) as given (sha256)
		where not exists (select from files.file where file.sha256 = given.sha256)`;
	return rows.map((row) => row.sha256);
}

/** A picture may wait for its turn, and a bucket may be far away: longer than a transaction may usually lie idle. */
export async function bePatient(db: Db): Promise<void> {
	await db`set local idle_in_transaction_session_timeout = '10min'`;
}

/** Every process that puts or removes these bytes takes turns, until its transaction ends. */
export async function takeTurns(db: Db, what: 'bytes' | 'owner', key: string): Promise<void> {
	await db`select pg_advisory_xact_lock(${what === 'bytes' ? 7252274 : 7252275}, hashtext(${key}))`;
}

function columns(db: Db) {
	return db`id, sha256, size::float8 as size, kind, name, owner_kind, owner_id, stored_at`;
}
