import type { Db } from '#server/db';
import { groupOf, listTables } from '../../server/expression.sql.ts';
import { isKeptFrom } from '../../panel/server/conflict.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';
import type { ReviewTimes } from '../reviews.ts';

/** What is shared out: sent, standing, and found to be what the call asked for. Beside `listTables`. */
export function isToBeRead(db: Db) {
	return db`expression.erased_at is null and withdrawal.expression is null and submission.at is not null
		and ${asideOf(db)} is null and exists (
			select from programmes.eligibility_check checked where checked.expression = expression.id and checked.is_eligible)`;
}

/** A conflict takes a reading away from whoever sits on `seat`, also where it was declared later. Beside `seat`. */
export function isVoid(db: Db) {
	return db`exists (
		select from programmes.conflict join programmes.seat kept on kept.id = conflict.seat
		where conflict.expression = expression.id and kept.person = seat.person and conflict.cleared_at is null)`;
}

/** Stopped by somebody until what was found is resolved. */
export function isStopped(db: Db) {
	return db`exists (
		select from programmes.flag
		where flag.expression = expression.id and flag.stopped_at is not null and flag.resolved_at is null)`;
}

export type ReadingRow = ReviewTimes & {
	seat: string;
	person: string;
	expression: string;
	reference: string;
	givenAt: Date;
	isChosen: boolean;
	/** Where the seat's own drawn order puts it, and how many reviews of it are in. */
	place: string;
	reviews: number;
	isStopped: boolean;
};

/** Who reads what now, of the expressions that `visible` lets through; nothing that a conflict took away since. */
export function listReadings(
	db: Db,
	call: string,
	visible: ReturnType<typeof isVoid>,
	seat?: string
): Promise<ReadingRow[]> {
	return db<ReadingRow[]>`
		select reading.seat, seat.person, expression.id as expression, expression.reference, reading.given_at, reading.is_chosen,
			review.saved_at, review.skipped_at, review.in_at, review.abstained_at, ${isStopped(db)} as is_stopped,
			md5(reading.seat::text || expression.id::text) as place,
			(select count(*) from programmes.review other where other.expression = expression.id and other.in_at is not null)::int as reviews
		${listTables(db)}
		join programmes.reading on reading.expression = expression.id and reading.ended_at is null
		join programmes.seat on seat.id = reading.seat and seat.ended_at is null
		left join programmes.review on review.seat = reading.seat and review.expression = expression.id
		where expression.call = ${call} and ${isToBeRead(db)} and not ${isVoid(db)} and ${visible}
			${seat ? db`and reading.seat = ${seat}` : db``}
		order by expression.reference, reading.seat`;
}

export type HeldReading = { id: string; endedHow: 'moved' | 'cannot' | null; isChosen: boolean };

/** Held until the transaction ends: whoever shares out waits for whoever writes, and the other way round. */
export async function lockReading(
	db: Db,
	seat: string,
	expression: string
): Promise<HeldReading | undefined> {
	await db`select 1 from programmes.reading where seat = ${seat} and expression = ${expression} for update`;
	return findReading(db, seat, expression);
}

export async function findReading(
	db: Db,
	seat: string,
	expression: string
): Promise<HeldReading | undefined> {
	const [row] = await db<HeldReading[]>`
		select id, ended_how, is_chosen from programmes.reading where seat = ${seat} and expression = ${expression}`;
	return row;
}

type Given = { seat: string; expression: string; at: Date; by: string | null; isChosen: boolean };

/** Given, or given back to whoever had it. */
export async function giveReading(db: Db, { seat, expression, at, by, isChosen }: Given): Promise<void> {
	await db`
		insert into programmes.reading (seat, expression, given_at, given_by, is_chosen)
		values (${seat}, ${expression}, ${at}, ${by}, ${isChosen})
		on conflict on constraint one_reading_a_pair do update
		set given_at = excluded.given_at, given_by = excluded.given_by, is_chosen = excluded.is_chosen,
			ended_at = null, ended_how = null, ended_why = null`;
}

export async function endReading(
	db: Db,
	{ seat, expression }: { seat: string; expression: string },
	{ at, how, why = null }: { at: Date; how: 'moved' | 'cannot'; why?: string | null }
): Promise<void> {
	await db`
		update programmes.reading set ended_at = ${at}, ended_how = ${how}, ended_why = ${why}, is_chosen = false
		where seat = ${seat} and expression = ${expression} and ended_at is null`;
}

export type ToShare = { id: string; locale: string };

export function listToShare(db: Db, call: string): Promise<ToShare[]> {
	return db<ToShare[]>`
		select expression.id, expression.locale ${listTables(db)}
		where expression.call = ${call} and ${isToBeRead(db)} order by expression.id`;
}

/** One at a time shares out the applications of a call, and waits for whoever is just saving. */
export async function lockReadings(db: Db, call: string): Promise<void> {
	await db`select 1 from programmes.call where id = ${call} for no key update`;
	await db`
		select 1 from programmes.reading join programmes.seat on seat.id = reading.seat
		where seat.call = ${call} order by reading.id for update of reading`;
}

export type Standing = {
	seat: string;
	person: string;
	isSeated: boolean;
	expression: string;
	isGiven: boolean;
	isChosen: boolean;
	/** Something of it was written, or it is in. */
	isBegun: boolean;
	isIn: boolean;
	/** They abstained, or said that they cannot: it is not theirs again. */
	isPassedOn: boolean;
};

/** Everything that sharing out has to know of pairs: what is given, begun, in, and passed on. */
export function listStanding(db: Db, call: string): Promise<Standing[]> {
	return db<Standing[]>`
		select seat.id as seat, seat.person, seat.ended_at is null as is_seated, pair.expression,
			reading.id is not null and reading.ended_at is null as is_given, coalesce(reading.is_chosen, false) as is_chosen,
			review.id is not null as is_begun, review.in_at is not null as is_in,
			coalesce(reading.ended_how = 'cannot', false) or review.abstained_at is not null as is_passed_on
		from programmes.seat
		cross join lateral (
			select expression from programmes.reading where reading.seat = seat.id
			union select expression from programmes.review where review.seat = seat.id) pair
		left join programmes.reading on reading.seat = seat.id and reading.expression = pair.expression
		left join programmes.review on review.seat = seat.id and review.expression = pair.expression
		where seat.call = ${call} order by seat.id, pair.expression`;
}

export type KeptApart = { person: string; expression: string };

export function listKeptApart(db: Db, call: string): Promise<KeptApart[]> {
	return db<KeptApart[]>`
		select distinct seat.person, conflict.expression
		from programmes.conflict join programmes.seat on seat.id = conflict.seat
		where seat.call = ${call} and conflict.cleared_at is null`;
}

export async function isReadingStopped(db: Db, expression: string): Promise<boolean> {
	const [row] = await db<{ stopped: boolean }[]>`
		select ${isStopped(db)} as stopped from programmes.expression where id = ${expression}`;
	return row!.stopped;
}

/** Whether somebody may be given it: it is read, and no conflict keeps them from it. */
export async function isReadable(db: Db, expression: string, person: string): Promise<boolean> {
	const rows = await db`
		select 1 ${listTables(db)}
		where expression.id = ${expression} and ${isToBeRead(db)} and not ${isKeptFrom(db, person)}`;
	return rows.length > 0;
}

export type NameRow = { id: string; reference: string; name: string | null; isToBeRead: boolean };

/** What each is called, of those that `visible` lets through, by its id. */
export async function listNames(
	db: Db,
	call: string,
	visible: ReturnType<typeof isVoid>
): Promise<Map<string, NameRow>> {
	const rows = await db<NameRow[]>`
		select expression.id, expression.reference, ${groupOf(db)} as name, ${isToBeRead(db)} as is_to_be_read
		${listTables(db)} where expression.call = ${call} and submission.at is not null and ${visible}`;
	return new Map(rows.map((row) => [row.id, row]));
}
