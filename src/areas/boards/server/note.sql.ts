import type { Db } from '#server/db';
import type { Content } from '../note.ts';

export type NoteRow = Content & {
	id: string;
	board: string;
	number: number;
	writtenBy: string | null;
	called: string | null;
	madeAt: Date;
	edition: number;
	votes: number;
};

const notes = (db: Db) => db`
	select id, board, number, text, kind, lane, x, y, fields, under, place, review_on::text as review_on, written_by,
		called, made_at, edition, votes, struck_at is not null as is_struck, (
			select coalesce(json_agg(json_build_object('to', target, 'as', says) order by says, target), '[]')
			from boards.link where link.note = note.id) as links
	from boards.note`;

export function listNoteRows(db: Db, board: string): Promise<NoteRow[]> {
	return db<NoteRow[]>`${notes(db)} where board = ${board} and struck_at is null order by place, number`;
}

export async function countStanding(db: Db, board: string): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from boards.note where board = ${board} and struck_at is null`;
	return row!.count;
}

export function listStruck(db: Db, board: string): Promise<NoteRow[]> {
	return db<
		NoteRow[]
	>`${notes(db)} where board = ${board} and struck_at is not null order by struck_at desc, number`;
}

export async function findNote(db: Db, board: string, number: number): Promise<NoteRow | undefined> {
	const [row] = await db<NoteRow[]>`${notes(db)} where board = ${board} and number = ${number}`;
	return row;
}

export async function findNoteById(db: Db, board: string, id: string): Promise<NoteRow | undefined> {
	const [row] = await db<NoteRow[]>`${notes(db)} where board = ${board} and id = ${id}`;
	return row;
}

export async function insertNote(db: Db, note: Omit<NoteRow, 'edition' | 'votes'>): Promise<void> {
	const {
		id,
		board,
		number,
		text,
		kind,
		lane,
		x,
		y,
		fields,
		under,
		place,
		reviewOn,
		writtenBy,
		called,
		madeAt
	} = note;
	await db`
		insert into boards.note (id, board, number, text, kind, lane, x, y, fields, under, place, review_on, written_by, called, made_at)
		values (${id}, ${board}, ${number}, ${text}, ${kind}, ${lane}, ${x}, ${y}, ${db.json(fields)}, ${under}, ${place},
			${reviewOn}, ${writtenBy}, ${called}, ${madeAt})`;
	await putLinks(db, id, note.links);
}

/** False where somebody else has changed it since that edition. */
export async function updateNote(
	db: Db,
	{ id, edition, at }: { id: string; edition: number; at: Date },
	content: Content
): Promise<boolean> {
	const { text, kind, lane, x, y, fields, under, place, reviewOn, isStruck } = content;
	const rows = await db`
		update boards.note set text = ${text}, kind = ${kind}, lane = ${lane}, x = ${x}, y = ${y},
			fields = ${db.json(fields)}, under = ${under}, place = ${place}, review_on = ${reviewOn},
			struck_at = ${isStruck ? db`coalesce(struck_at, ${at})` : db`null`}, edition = edition + 1
		where id = ${id} and edition = ${edition} returning 1`;
	if (!rows.length) return false;
	await db`delete from boards.link where note = ${id}`;
	await putLinks(db, id, content.links);
	return true;
}

/** A link to what is not there any more is dropped. */
async function putLinks(db: Db, note: string, links: Content['links']): Promise<void> {
	for (const { to, as } of links)
		await db`
			insert into boards.link (note, target, says)
			select ${note}, id, ${as} from boards.note where id = ${to} and id <> ${note}
			on conflict do nothing`;
}

/** Those that stood under it stand by themselves. */
export async function setFree(db: Db, under: string): Promise<void> {
	await db`update boards.note set under = null where under = ${under}`;
}
