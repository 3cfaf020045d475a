import type { Db } from '#server/db';

export type PhotoRow = {
	id: string;
	board: string;
	/** From 1, in the order in which they were put there. */
	number: number;
	file: string;
	putAt: Date;
	putBy: string | null;
	/** Null: it is kept. */
	until: Date | null;
	keptAt: Date | null;
	keptBy: string | null;
};

export function listPhotoRows(db: Db, board: string): Promise<PhotoRow[]> {
	return db<PhotoRow[]>`select * from boards.photo where board = ${board} order by number`;
}

export async function findPhoto(db: Db, board: string, id: string): Promise<PhotoRow | undefined> {
	const [row] = await db<PhotoRow[]>`select * from boards.photo where board = ${board} and id = ${id}`;
	return row;
}

export async function insertPhoto(db: Db, photo: Omit<PhotoRow, 'id' | 'number'>): Promise<string> {
	const { board, file, putAt, putBy, until, keptAt, keptBy } = photo;
	const [row] = await db<{ id: string }[]>`
		insert into boards.photo (board, number, file, put_at, put_by, until, kept_at, kept_by)
		select ${board}, coalesce(max(number), 0) + 1, ${file}, ${putAt}, ${putBy}, ${until}, ${keptAt}, ${keptBy}
		from boards.photo where board = ${board}
		returning id`;
	return row!.id;
}

/** One that had a number where it came from. */
export async function insertPhotoAs(db: Db, photo: Omit<PhotoRow, 'id'>): Promise<void> {
	const { board, number, file, putAt, putBy, until, keptAt, keptBy } = photo;
	await db`
		insert into boards.photo (board, number, file, put_at, put_by, until, kept_at, kept_by)
		values (${board}, ${number}, ${file}, ${putAt}, ${putBy}, ${until}, ${keptAt}, ${keptBy})`;
}

type Keeping = { at: Date; by: string | null };

/** Once: whoever keeps it a second time changes nothing. */
export async function markKept(db: Db, id: string, { at, by }: Keeping): Promise<boolean> {
	const rows = await db`
		update boards.photo set until = null, kept_at = ${at}, kept_by = ${by}
		where id = ${id} and kept_at is null returning id`;
	return rows.length > 0;
}

export async function deletePhoto(db: Db, id: string): Promise<void> {
	await db`delete from boards.photo where id = ${id}`;
}

/** Nobody decided about them, and their day has come. */
export function listForgottenPhotos(db: Db, now: Date): Promise<(PhotoRow & { campaign: string })[]> {
	return db<(PhotoRow & { campaign: string })[]>`
		select photo.*, board.campaign from boards.photo join boards.board on board.id = photo.board
		where until <= ${now} order by until, photo.id for update of photo`;
}

/** On a board on which nobody is named any more. */
export async function forgetPhotographers(db: Db, board: string): Promise<void> {
	await db`update boards.photo set put_by = null, kept_by = null where board = ${board}`;
}
