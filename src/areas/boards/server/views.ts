import type { Context } from '#server/use-case';
import { nameWriters } from '#areas/campaigns/server';
import type { ShareLevel } from '#areas/campaigns';
import { dayOf, homeZone } from '#shared/dates';
import type { Note } from '../note.ts';
import type { Template } from '../template.ts';
import { countNotes, listBoardRows, type BoardRow } from './board.sql.ts';
import { listNoteRows, type NoteRow } from './note.sql.ts';
import { changedLast, listTrails } from './state.sql.ts';
import type { Seen } from './seen.ts';

export type BoardView = {
	slug: string;
	campaign: string;
	number: number;
	name: string;
	template: Template;
	/** Who sees it at most. */
	share: ShareLevel;
	reader: Seen['reader'];
	/** What was chosen for it: its campaign may be shared less widely. */
	wanted: ShareLevel;
	hasCohort: boolean;
	hidesWriters: boolean;
	isPutAway: boolean;
	mayWrite: boolean;
	isKeeper: boolean;
	isCoordinator: boolean;
	notes: Note[];
	/** The number of its last change, for who takes part. */
	change: string | null;
	/** When something on it was changed last. */
	changedAt: Date;
	/** Numbers of notes about somebody that are to be looked at again. */
	due: number[];
};

/** A board, as whoever looks is shown it. */
export async function boardView(context: Context, seen: Seen): Promise<BoardView> {
	const { campaign, member, board, level, reader } = seen;
	const rows = shownTo(seen, await listNoteRows(context.db, board.id));
	const today = dayOf(context.now, homeZone);
	return {
		slug: campaign.slug,
		campaign: campaign.name,
		number: board.number,
		name: board.name,
		template: board.template,
		share: level,
		reader,
		wanted: board.share,
		hasCohort: campaign.cohort !== null,
		hidesWriters: board.hidesWriters,
		isPutAway: board.putAwayAt !== null,
		mayWrite: member !== null && board.putAwayAt === null,
		isKeeper: member !== null && member.part !== 'guest',
		isCoordinator: member?.part === 'coordinator',
		notes: await notesFor(context, seen, rows),
		change: member && board.changes,
		changedAt: (await changedLast(context.db, idsOf(rows))) ?? board.madeAt,
		due: rows.filter(({ reviewOn }) => reviewOn !== null && reviewOn <= today).map(({ number }) => number)
	};
}

const idsOf = (rows: readonly NoteRow[]) => rows.map(({ id }) => id);

/** Who takes part sees every note. What is about a named person is not for anybody else. */
export function shownTo({ member, board }: Pick<Seen, 'member' | 'board'>, rows: NoteRow[]): NoteRow[] {
	if (member) return rows;
	const aboutSomebody = new Set(
		board.template.kinds.filter((kind) => kind.isAboutSomebody).map(({ key }) => key)
	);
	return rows.filter(({ kind }) => !aboutSomebody.has(kind));
}

/** Rows as notes: who wrote them is said to who is shown who takes part, and a link never leads to what is not shown. */
export async function notesFor(context: Context, seen: Seen, rows: NoteRow[]): Promise<Note[]> {
	const names = await writersOf(context, seen, rows);
	const ids = new Set(rows.map(({ id }) => id));
	const trails = Map.groupBy(await listTrails(context.db, seen.board.id), ({ note }) => note);
	return rows.map((row) => ({
		...plain(row),
		by:
			seen.member && !seen.board.hidesWriters ? (row.called ?? names.get(row.writtenBy ?? '') ?? null) : null,
		links: row.links.filter(({ to }) => ids.has(to)),
		group: row.under && ids.has(row.under) ? row.under : null,
		trail: (trails.get(row.id) ?? [])
			.filter((one, at, all) => at < all.length - 1 && isElsewhere(one, all[at + 1]!))
			.map(({ x, y, at }) => ({ x, y, at }))
	}));
}

const isElsewhere = (one: { x: number; y: number }, next: { x: number; y: number }) =>
	one.x !== next.x || one.y !== next.y;

export function plain({ id, number, text, kind, lane, x, y, fields, votes, place, reviewOn }: NoteRow) {
	return { id, number, text, kind, lane, x, y, fields, votes, order: place, reviewOn };
}

async function writersOf(context: Context, { campaign, reader }: Seen, rows: NoteRow[]) {
	const persons = [...new Set(rows.flatMap(({ writtenBy }) => (writtenBy ? [writtenBy] : [])))];
	return nameWriters.within(context, { slug: campaign.slug, as: reader, persons });
}

export type BoardLine = Pick<BoardRow, 'number' | 'name' | 'share'> & {
	template: Template;
	count: number;
	isPutAway: boolean;
};

/** The boards that are shown at these levels; each counts only what is shown of it. */
export async function boardLines(
	context: Context,
	seen: Omit<Seen, 'board' | 'level'>,
	levels: readonly ShareLevel[]
): Promise<BoardLine[]> {
	const rows = await listBoardRows(context.db, seen.campaign.id, levels);
	const there = seen.member ? rows : rows.filter(({ putAwayAt }) => putAwayAt === null);
	const counts = await countNotes(
		context.db,
		there.map(({ id }) => id)
	);
	const count = async (board: BoardRow) =>
		seen.member
			? (counts.get(board.id) ?? 0)
			: shownTo({ ...seen, board }, await listNoteRows(context.db, board.id)).length;
	return Promise.all(
		there.map(async (board) => {
			const { number, name, share, template, putAwayAt } = board;
			return { number, name, share, template, count: await count(board), isPutAway: putAwayAt !== null };
		})
	);
}
