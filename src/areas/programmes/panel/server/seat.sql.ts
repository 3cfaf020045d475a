import { explainConstraint, type Db } from '#server/db';
import type { ConflictKind } from '../ties.ts';

export type Part = 'chair' | 'deputy' | 'panellist';
export type SeatRow = {
	id: string;
	call: string;
	person: string;
	part: Part;
	languages: string[];
	most: number | null;
	invitedAt: Date;
	acceptedAt: Date | null;
	declinedAt: Date | null;
	declaredAt: Date | null;
};

explainConstraint('one_seat_a_person', 'has-seat');
explainConstraint('one_chair', 'chair-taken');
explainConstraint('one_deputy', 'deputy-taken');

function seats(db: Db) {
	return db`
		select id, call, person, part, languages, most, invited_at, accepted_at, declined_at, declared_at
		from programmes.seat`;
}

/** The seat that somebody holds, or is asked to take. */
export async function findSeat(db: Db, call: string, person: string): Promise<SeatRow | undefined> {
	const [row] = await db<SeatRow[]>`
		${seats(db)} where call = ${call} and person = ${person} and ended_at is null`;
	return row;
}

export async function findSeatById(db: Db, id: string): Promise<SeatRow | undefined> {
	const [row] = await db<SeatRow[]>`${seats(db)} where id = ${id} and ended_at is null`;
	return row;
}

export function listSeats(db: Db, call: string): Promise<SeatRow[]> {
	return db<SeatRow[]>`
		${seats(db)} where call = ${call} and ended_at is null
		order by array_position(array['chair', 'deputy', 'panellist'], part), invited_at, id`;
}

export function listSeatsOf(db: Db, person: string): Promise<SeatRow[]> {
	return db<SeatRow[]>`
		${seats(db)} where person = ${person} and ended_at is null and declined_at is null order by invited_at, id`;
}

type NewSeat = {
	call: string;
	person: string;
	part: Part;
	languages: string[];
	most: number | null;
	at: Date;
	by: string;
};

export async function insertSeat(db: Db, seat: NewSeat): Promise<string> {
	const { call, person, part, languages, most, at, by } = seat;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.seat (call, person, part, languages, most, invited_at, invited_by)
		values (${call}, ${person}, ${part}, ${languages}, ${most}, ${at}, ${by}) returning id`;
	return row!.id;
}

export async function setAccepted(db: Db, id: string, at: Date): Promise<void> {
	await db`update programmes.seat set accepted_at = coalesce(accepted_at, ${at}), declined_at = null where id = ${id}`;
}

export async function setDeclined(db: Db, id: string, at: Date): Promise<void> {
	await db`update programmes.seat set declined_at = ${at}, accepted_at = null where id = ${id}`;
}

export async function endSeatRow(db: Db, id: string, by: string, at: Date): Promise<void> {
	await db`update programmes.seat set ended_at = ${at}, ended_by = ${by} where id = ${id}`;
}

export type TieRow = { id: string; kind: ConflictKind; name: string };

export function listTies(db: Db, seat: string): Promise<TieRow[]> {
	return db<TieRow[]>`
		select id, kind, name from programmes.tie where seat = ${seat} order by said_at, id`;
}

/** What they said before goes; what was found by it stays until staff say that it is none. */
export async function replaceTies(
	db: Db,
	seat: string,
	ties: readonly { kind: ConflictKind; name: string }[],
	at: Date
): Promise<void> {
	await db`delete from programmes.tie where seat = ${seat}`;
	for (const { kind, name } of ties)
		await db`insert into programmes.tie (seat, kind, name, said_at) values (${seat}, ${kind}, ${name}, ${at})`;
	await db`update programmes.seat set declared_at = ${at} where id = ${seat}`;
}

export async function deleteOldTies(db: Db, before: Date): Promise<void> {
	await db`
		delete from programmes.tie using programmes.seat
		where seat.id = tie.seat and (seat.ended_at < ${before} or exists (
			select from programmes.panel_phase
			where panel_phase.call = seat.call and phase = 'release' and begins_at < ${before}))`;
}
