import { mayRead, narrower, shareLevels } from '#areas/campaigns';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { ByBoard } from '../../board.schema.ts';
import { findBoard, listBoardRows } from '../../server/board.sql.ts';
import { mustStand, writerOn } from '../../server/changing.ts';
import { findNote, listNoteRows } from '../../server/note.sql.ts';
import { boardReader, boardWriter, seen, seenNote, type Seen } from '../../server/seen.ts';
import { shownTo } from '../../server/views.ts';
import { Pointing, Unpointing } from '../canvas.schema.ts';
import { endPointer, insertPointer, listPointers, type OtherEnd, type PointerRow } from './pointer.sql.ts';

export type Pointer = {
	id: string;
	/** The number of the note that has it. */
	note: number;
	/** From: it was copied from there. Into: it was copied to there. To: it points there. By: it is pointed at. */
	way: 'from' | 'into' | 'to' | 'by';
	/** What it is, in people's own words. */
	says: string;
	/** An address, or a note of another board. */
	address: string | null;
	other: Pick<OtherEnd, 'board' | 'name' | 'number' | 'text'> | null;
};

/** What the notes of a board point at elsewhere, and what points at them, as far as whoever looks is shown both ends. */
export const showPointers = useCase('boards.showPointers', {
	input: ByBoard,
	on: seen,
	may: boardReader,
	async run({ db }, _, there): Promise<Pointer[]> {
		const rows = shownTo(there, await listNoteRows(db, there.board.id));
		const shown = new Set(rows.map(({ number }) => number));
		const pointers = await listPointers(db, there.board.id);
		return pointers
			.filter(({ note, other }) => shown.has(note) && (other === null || isShown(there, other)))
			.map(pointerView);
	}
});

/** The other end is decided on like the board that it stands on. */
function isShown({ campaign, reader, member }: Seen, other: OtherEnd): boolean {
	const level = other.putAwayAt ? 'private' : narrower(other.share, campaign.share);
	const kind = other.template.kinds.find(({ key }) => key === other.kind);
	return !other.isStruck && mayRead(reader, level) && (member !== null || !kind?.isAboutSomebody);
}

function pointerView({ id, note, says, isSource, isInward, address, other }: PointerRow): Pointer {
	const way = isSource ? (isInward ? 'into' : 'from') : isInward ? 'by' : 'to';
	const end = other && { board: other.board, name: other.name, number: other.number, text: other.text };
	return { id, note, way, says, address, other: end };
}

/** A note of another board: a dataset of a cycle, somebody on a map. */
export type Target = { board: number; name: string; notes: { number: number; text: string }[] };

/** What a note of this board can point at. */
export const listTargets = useCase('boards.listTargets', {
	input: ByBoard,
	on: seen,
	may: boardWriter,
	async run({ db }, _, { board, campaign }): Promise<Target[]> {
		const boards = await listBoardRows(db, campaign.id, shareLevels);
		const others = boards.filter(({ id, putAwayAt }) => id !== board.id && !putAwayAt);
		return Promise.all(
			others.map(async ({ id, number, name }) => ({
				board: number,
				name,
				notes: (await listNoteRows(db, id)).map((note) => ({ number: note.number, text: note.text }))
			}))
		);
	}
});

const most = 60;

/** A note points at something outside its board: a note of another board, or an address with what it is. */
export const pointNote = useCase('boards.pointNote', {
	input: Pointing,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, target, address, says }, there) {
		const { db, now: at } = context;
		const { note, board } = there;
		mustStand(note);
		if (!target && !address) throw new Unusable({ target: 'missing' });
		if (!target && !says) throw new Unusable({ says: 'missing' });
		const before = (await listPointers(db, board.id)).filter(
			(one) => one.note === note.number && !one.isInward
		);
		if (before.length >= most) throw new Problem('too-many-pointers', { most });
		const end = target && (await endOf(context, there, target));
		const isThere = before.some(({ other, ...one }) =>
			target ? other?.board === target.board && other.number === target.note : one.address === address
		);
		const one = { note: note.id, target: end?.id ?? null, address: end ? null : address, says };
		if (!isThere) await insertPointer(db, { ...one, isSource: false, at, by: writerOn(there) });
		return { slug, board: board.number, note: note.number };
	}
});

async function endOf({ db }: Context, { campaign, board }: Seen, target: { board: number; note: number }) {
	const other = await findBoard(db, campaign.id, target.board);
	const end = other && other.id !== board.id ? await findNote(db, other.id, target.note) : undefined;
	if (!end || end.isStruck) throw new Unusable({ target: 'not-an-option' });
	return end;
}

export const unpointNote = useCase('boards.unpointNote', {
	input: Unpointing,
	on: seenNote,
	may: boardWriter,
	async run({ db, now: at }, { slug, pointer }, there) {
		const { note, board } = there;
		await endPointer(db, { id: pointer, note: note.id, at, by: writerOn(there) });
		return { slug, board: board.number, note: note.number };
	}
});
