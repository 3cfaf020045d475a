import type { Db } from '#server/db';
import type { BoardWhole } from '../board-whole.ts';

type Head = Omit<BoardWhole, 'notes' | 'photos' | 'states' | 'moments' | 'agreements' | 'pointers'> & {
	id: string;
};

/** Whoever writes on one of them waits until all are read: they leave as they were at one moment. */
export function listWholeBoards(db: Db, campaign: string): Promise<Head[]> {
	return db<Head[]>`
		select id, number, name, template, share, hides_writers, made_at, made_by, put_away_at, notes as last_note,
			changes::float8 as last_change
		from boards.board where campaign = ${campaign} order by number for share`;
}

/** All but its photos, whose bytes lie elsewhere. */
export async function readWholeBoard(db: Db, { id, ...head }: Head): Promise<Omit<BoardWhole, 'photos'>> {
	const notes = await db<BoardWhole['notes']>`
		select id, number, text, kind, lane, x, y, fields, under, place, review_on::text as review_on, written_by, called,
			made_at, edition, votes, struck_at, (
				select coalesce(json_agg(json_build_object('to', target, 'as', says) order by says, target), '[]')
				from boards.link where link.note = note.id) as links
		from boards.note where board = ${id} order by number`;
	const states = await db<BoardWhole['states']>`
		select state.change::float8 as change, state.note, at, by, what, content
		from boards.state join boards.note on note.id = state.note
		where state.board = ${id} order by state.change, note.number`;
	const moments = await db<BoardWhole['moments']>`
		select name, change::float8 as change, at, by from boards.moment where board = ${id} order by change, at, name`;
	const agreements = await db<BoardWhole['agreements']>`
		select box, change::float8 as change, at, by, ended_at, ended_by from boards.agreement
		where board = ${id} order by change, box`;
	const pointers = await db<BoardWhole['pointers']>`
		select note, target, address, says, is_source, at, pointer.by, ended_at, ended_by
		from boards.pointer where note in (select id from boards.note where board = ${id})
		order by at, note, target, address, says, ended_at`;
	return {
		...head,
		notes: [...notes],
		states: [...states],
		moments: [...moments],
		agreements: [...agreements],
		pointers: [...pointers]
	};
}

/** Whether any of these notes is here, on whatever board. */
export async function isAnyHere(db: Db, notes: readonly string[]): Promise<boolean> {
	const rows = await db`select 1 from boards.note where id = any(${notes as string[]}::uuid[]) limit 1`;
	return rows.length > 0;
}

/** All but its photos, and what its notes point at: that may be on a board that comes after it. */
export async function insertWholeBoard(db: Db, campaign: string, whole: BoardWhole): Promise<string> {
	const { number, name, template, share, hidesWriters, madeAt, madeBy, putAwayAt, lastNote, lastChange } =
		whole;
	const [row] = await db<{ id: string }[]>`
		insert into boards.board
			(campaign, number, name, template, share, hides_writers, made_at, made_by, put_away_at, notes, changes)
		values (${campaign}, ${number}, ${name}, ${db.json(template as never)}, ${share}, ${hidesWriters}, ${madeAt},
			${madeBy}, ${putAwayAt}, ${lastNote}, ${lastChange})
		returning id`;
	const board = row!.id;
	await insertNotes(db, board, whole.notes);
	await db`
		insert into boards.state (board, change, note, at, by, what, content)
		select ${board}, change, note, at, by, what, content
		from jsonb_to_recordset(${db.json(whole.states as never)})
			as given (change bigint, note uuid, at timestamptz, by uuid, what text, content jsonb)`;
	for (const { name: called, change, at, by } of whole.moments)
		await db`
			insert into boards.moment (board, name, change, at, by) values (${board}, ${called}, ${change}, ${at}, ${by})`;
	for (const { box, change, at, by, endedAt, endedBy } of whole.agreements)
		await db`
			insert into boards.agreement (board, box, change, at, by, ended_at, ended_by)
			values (${board}, ${box}, ${change}, ${at}, ${by}, ${endedAt}, ${endedBy})`;
	return board;
}

async function insertNotes(db: Db, board: string, notes: BoardWhole['notes']): Promise<void> {
	for (const note of notes) {
		const { id, number, text, kind, lane, x, y, fields, place, reviewOn } = note;
		const { writtenBy, called, madeAt, struckAt, edition, votes } = note;
		await db`
			insert into boards.note (id, board, number, text, kind, lane, x, y, fields, place, review_on, written_by, called,
				made_at, struck_at, edition, votes)
			values (${id}, ${board}, ${number}, ${text}, ${kind}, ${lane}, ${x}, ${y}, ${db.json(fields)}, ${place},
				${reviewOn}, ${writtenBy}, ${called}, ${madeAt}, ${struckAt}, ${edition}, ${votes})`;
	}
	for (const { id, under, links } of notes) {
		if (under) await db`update boards.note set under = ${under} where id = ${id}`;
		for (const { to, as } of links)
			await db`insert into boards.link (note, target, says) values (${id}, ${to}, ${as})`;
	}
}

export async function insertPointers(db: Db, pointers: BoardWhole['pointers']): Promise<void> {
	for (const { note, target, address, says, isSource, at, by, endedAt, endedBy } of pointers)
		await db`
			insert into boards.pointer (note, target, address, says, is_source, at, by, ended_at, ended_by)
			values (${note}, ${target}, ${address}, ${says}, ${isSource}, ${at}, ${by}, ${endedAt}, ${endedBy})`;
}
