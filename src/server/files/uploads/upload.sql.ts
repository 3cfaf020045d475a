import type { Db } from '#server/db';
import type { Owner } from '../file.sql.ts';

/** Whose it will be, and what for. */
export type Place = { owner: Owner; place: string };
export type UploadRow = {
	id: string;
	ownerKind: string;
	ownerId: string;
	place: string;
	name: string;
	medium: string | null;
	size: number | null;
	most: number;
	received: number;
	changedAt: Date;
};
export type PieceRow = { id: string; at: number; size: number; sha256: string };
export type NewUpload = Place & {
	name: string;
	medium: string | null;
	size: number | null;
	most: number;
	fingerprint: string;
	now: Date;
};

export async function insertUpload(db: Db, upload: NewUpload): Promise<UploadRow> {
	const { owner, place, name, medium, size, most, fingerprint, now } = upload;
	const [row] = await db<UploadRow[]>`
		insert into files.upload (owner_kind, owner_id, place, name, medium, size, most, fingerprint, begun_at, changed_at)
		values (${owner.kind}, ${owner.id}, ${place}, ${name}, ${medium}, ${size}, ${most}, ${fingerprint}, ${now}, ${now})
		returning ${columns(db)}`;
	return row!;
}

/** The same file, begun before. */
export async function findSame(
	db: Db,
	{ owner, place, size, fingerprint }: NewUpload
): Promise<UploadRow | undefined> {
	const [row] = await db<UploadRow[]>`
		select ${columns(db)} from files.upload
		where owner_kind = ${owner.kind} and owner_id = ${owner.id} and place = ${place}
			and size = ${size} and fingerprint = ${fingerprint}
		order by received desc limit 1`;
	return row;
}

export async function findUploadsOf(db: Db, { kind, id }: Owner): Promise<UploadRow[]> {
	return db<UploadRow[]>`
		select ${columns(db)} from files.upload
		where owner_kind = ${kind} and owner_id = ${id} order by begun_at, id`;
}

export async function findUpload(
	db: Db,
	{ kind, id: of }: Owner,
	id: string
): Promise<UploadRow | undefined> {
	const [row] = await db<UploadRow[]>`
		select ${columns(db)} from files.upload where id = ${id} and owner_kind = ${kind} and owner_id = ${of}`;
	return row;
}

/** Whoever adds a piece, finishes it or gives it up takes turns. */
export async function lockUpload(
	db: Db,
	{ kind, id: of }: Owner,
	id: string
): Promise<UploadRow | undefined> {
	const [row] = await db<UploadRow[]>`
		select ${columns(db)} from files.upload
		where id = ${id} and owner_kind = ${kind} and owner_id = ${of} for update`;
	return row;
}

export async function insertPiece(db: Db, upload: string, piece: PieceRow, now: Date): Promise<void> {
	const { id, at, size, sha256 } = piece;
	await db`
		insert into files.piece (id, upload, at, size, sha256) values (${id}, ${upload}, ${at}, ${size}, ${sha256})`;
	await db`update files.upload set received = received + ${size}, changed_at = ${now} where id = ${upload}`;
}

export async function findPiece(db: Db, upload: string, at: number): Promise<PieceRow | undefined> {
	const [row] = await db<PieceRow[]>`
		select id, at::float8 as at, size, sha256 from files.piece where upload = ${upload} and at = ${at}`;
	return row;
}

export async function findPieces(db: Db, upload: string): Promise<PieceRow[]> {
	return db<PieceRow[]>`
		select id, at::float8 as at, size, sha256 from files.piece where upload = ${upload} order by at`;
}

export async function deleteUpload(db: Db, id: string): Promise<void> {
	await db`delete from files.upload where id = ${id}`;
}

export async function deleteLeftAlone(db: Db, before: Date): Promise<string[]> {
	const rows = await db<{ id: string }[]>`delete from files.upload where changed_at < ${before} returning id`;
	return rows.map(({ id }) => id);
}

/** Which of these no row knows: their pieces are nobody's. */
export async function unknownUploads(db: Db, all: string[]): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select given.id from unnest(${all}::uuid[]) as given (id)
		where not exists (select from files.upload where upload.id = given.id)`;
	return rows.map(({ id }) => id);
}

function columns(db: Db) {
	return db`id, owner_kind, owner_id, place, name, medium, size::float8 as size, most::float8 as most,
		received::float8 as received, changed_at`;
}
