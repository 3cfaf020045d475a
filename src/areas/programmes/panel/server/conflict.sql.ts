import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import type { ConflictKind } from '../ties.ts';

export type Source = 'suggested' | 'declared' | 'pinned';
export type ConflictRow = {
	id: string;
	seat: string;
	person: string;
	expression: string;
	kind: ConflictKind;
	source: Source;
	because: string;
	since: Date;
	by: string | null;
	clearedAt: Date | null;
	clearedBy: string | null;
	clearedWhy: string | null;
};

/** The same, of whoever asks: we ourselves, and applicants, are kept from nothing by it. */
export function isKeptFromActor(db: Db, actor: Actor, id = db`expression.id`) {
	return actor.kind === 'person' ? isKeptFrom(db, actor.id, id) : db`false`;
}

/**
 * Whether a conflict keeps this person from an expression, whatever else they are: staff who hold a seat, and a chair, are
 * kept from it as well, also once the seat has ended.
 */
export function isKeptFrom(db: Db, person: string, id = db`expression.id`) {
	return db`exists (
		select from programmes.conflict join programmes.seat on seat.id = conflict.seat
		where conflict.expression = ${id} and seat.person = ${person} and conflict.cleared_at is null)`;
}

type NewConflict = {
	seat: string;
	expression: string;
	kind: ConflictKind;
	source: Source;
	because: string;
	by: string | null;
	at: Date;
};

/** Nothing is suggested again that staff said is none; what somebody says themselves counts anew. */
export async function insertConflict(db: Db, conflict: NewConflict): Promise<string | undefined> {
	const { seat, expression, kind, source, because, by, at } = conflict;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.conflict (seat, expression, kind, source, because, since, by)
		values (${seat}, ${expression}, ${kind}, ${source}, ${because}, ${at}, ${by})
		on conflict on constraint one_conflict_a_pair do update
		set kind = excluded.kind, source = excluded.source, because = excluded.because, since = excluded.since, by = excluded.by,
			cleared_at = null, cleared_by = null, cleared_why = null
		where excluded.source <> 'suggested'
		returning id`;
	return row?.id;
}

/** Those that staff may know of: none that keeps themselves from an application. */
export function listConflicts(db: Db, actor: Actor, call: string): Promise<ConflictRow[]> {
	const own = actor.kind === 'person' ? actor.id : null;
	return db<ConflictRow[]>`
		${conflicts(db)} where seat.call = ${call} and seat.person is distinct from ${own}
		order by conflict.since, conflict.id`;
}

export async function findConflict(
	db: Db,
	id: string
): Promise<(ConflictRow & { call: string }) | undefined> {
	const [row] = await db<(ConflictRow & { call: string })[]>`${conflicts(db)} where conflict.id = ${id}`;
	return row;
}

function conflicts(db: Db) {
	return db`
		select conflict.id, conflict.seat, seat.person, seat.call, conflict.expression, conflict.kind, conflict.source,
			conflict.because, conflict.since, conflict.by, conflict.cleared_at, conflict.cleared_by, conflict.cleared_why
		from programmes.conflict join programmes.seat on seat.id = conflict.seat`;
}

export async function clearConflict(
	db: Db,
	id: string,
	{ by, at, why }: { by: string; at: Date; why: string }
): Promise<boolean> {
	const { count } = await db`
		update programmes.conflict set cleared_at = ${at}, cleared_by = ${by}, cleared_why = ${why}
		where id = ${id} and cleared_at is null`;
	return count === 1;
}

export async function pinConflict(
	db: Db,
	id: string,
	{ by, at }: { by: string; at: Date }
): Promise<boolean> {
	const { count } = await db`
		update programmes.conflict set source = 'pinned', by = ${by}, since = ${at}, cleared_at = null, cleared_by = null, cleared_why = null
		where id = ${id}`;
	return count === 1;
}

/** Anything that keeps them from an application of the call keeps them from choosing among all. */
export async function isRecused(db: Db, seat: { call: string; person: string }): Promise<boolean> {
	const [row] = await db<{ recused: boolean }[]>`
		select exists (
			select from programmes.conflict
			join programmes.seat on seat.id = conflict.seat
			join programmes.expression on expression.id = conflict.expression
			left join programmes.withdrawal on withdrawal.expression = expression.id
			where seat.call = ${seat.call} and seat.person = ${seat.person} and conflict.cleared_at is null
				and expression.erased_at is null and withdrawal.expression is null) as recused`;
	return row!.recused;
}

/** The ids of everything that a conflict keeps this person from. */
export async function listKeptFrom(db: Db, person: string): Promise<string[]> {
	const rows = await db<{ expression: string }[]>`
		select conflict.expression from programmes.conflict join programmes.seat on seat.id = conflict.seat
		where seat.person = ${person} and conflict.cleared_at is null`;
	return rows.map(({ expression }) => expression);
}

/** Those who write these together, by whose ids letters to them are kept. */
export async function listCoApplicantsKept(db: Db, person: string): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select co_applicant.id from programmes.co_applicant
		join programmes.expression on expression.id = co_applicant.expression where ${isKeptFrom(db, person)}`;
	return rows.map(({ id }) => id);
}
