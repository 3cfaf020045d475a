import type { Db } from '#server/db';

export type ParticipantRow = { id: string; room: string; called: string | null };

export async function insertParticipant(
	db: Db,
	{ room, verifier, called, at }: { room: string; verifier: Buffer; called: string | null; at: Date }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into boards.participant (room, verifier, called, joined_at)
		values (${room}, ${verifier}, ${called}, ${at}) returning id`;
	return row!.id;
}

export async function findByCookie(
	db: Db,
	{ verifier, room }: { verifier: Buffer; room: string }
): Promise<{ id: string; room: string } | undefined> {
	const [row] = await db<{ id: string; room: string }[]>`
		select participant.id, participant.room from boards.participant join boards.room on room.id = participant.room
		where verifier = ${verifier} and room.id = ${room} and room.closed_at is null`;
	return row;
}

export async function findParticipant(db: Db, id: string): Promise<ParticipantRow | undefined> {
	const [row] = await db<ParticipantRow[]>`select id, room, called from boards.participant where id = ${id}`;
	return row;
}

export async function deleteParticipant(db: Db, id: string): Promise<void> {
	await db`delete from boards.participant where id = ${id}`;
}

export async function insertPenned(db: Db, note: string, participant: string): Promise<void> {
	await db`insert into boards.penned (note, participant) values (${note}, ${participant}) on conflict do nothing`;
}

/** The notes that somebody wrote in this room. */
export async function listPenned(db: Db, participant: string): Promise<Set<string>> {
	const rows = await db<
		{ note: string }[]
	>`select note from boards.penned where participant = ${participant}`;
	return new Set(rows.map(({ note }) => note));
}

export async function findWhoPenned(db: Db, room: string, note: string): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		select participant.id from boards.penned join boards.participant on participant.id = penned.participant
		where penned.note = ${note} and participant.room = ${room}`;
	return row?.id;
}

export type Placing = { text: string; x: number; y: number | null };

export async function findPlacing(db: Db, participant: string): Promise<Placing | undefined> {
	const [row] = await db<Placing[]>`select text, x, y from boards.stance where participant = ${participant}`;
	return row;
}

export async function putPlacing(db: Db, participant: string, { text, x, y }: Placing): Promise<void> {
	await db`
		insert into boards.stance (participant, text, x, y) values (${participant}, ${text}, ${x}, ${y})
		on conflict (participant) do update set text = excluded.text, x = excluded.x, y = excluded.y`;
}

/** All of a room, in no order that says who came first; they are placings no more. */
export function takePlacings(
	db: Db,
	room: string
): Promise<(Placing & { called: string | null; participant: string })[]> {
	return db<(Placing & { called: string | null; participant: string })[]>`
		with taken as (
			delete from boards.stance using boards.participant
			where participant.id = stance.participant and participant.room = ${room}
			returning stance.*, participant.called)
		select * from taken order by x, y, md5(participant::text)`;
}

/** How many dots somebody gave to which note. */
export async function listDots(db: Db, participant: string): Promise<Map<string, number>> {
	const rows = await db<{ note: string; dots: number }[]>`
		select note, dots from boards.dot where participant = ${participant}`;
	return new Map(rows.map(({ note, dots }) => [note, dots]));
}

/** Whoever gives dots twice at once waits for themselves, so that nobody gives more than they have. */
export async function holdParticipant(db: Db, id: string): Promise<void> {
	await db`select 1 from boards.participant where id = ${id} for update`;
}

export async function putDots(db: Db, participant: string, note: string, dots: number): Promise<void> {
	if (dots === 0) await db`delete from boards.dot where participant = ${participant} and note = ${note}`;
	else
		await db`
			insert into boards.dot (participant, note, dots) values (${participant}, ${note}, ${dots})
			on conflict (participant, note) do update set dots = excluded.dots`;
}

/** The vote is over: each note has the sum, and whose dots they were is not kept. */
export async function foldDots(db: Db, room: string): Promise<void> {
	await db`
		with gone as (
			delete from boards.dot using boards.participant
			where participant.id = dot.participant and participant.room = ${room} returning dot.note, dot.dots),
		sums as (select note, sum(dots)::int as dots from gone group by note)
		update boards.note set votes = votes + sums.dots from sums where note.id = sums.note`;
}
