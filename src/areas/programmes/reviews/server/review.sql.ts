import type { Db } from '#server/db';
import { listTables } from '../../server/expression.sql.ts';
import type { Mark, Marks, ReviewTimes } from '../reviews.ts';
import { isToBeRead, isVoid } from './reading.sql.ts';

export type ReviewRow = ReviewTimes & {
	id: string;
	seat: string;
	expression: string;
	edition: number;
	abstainedWhy: string | null;
};

export async function findReview(db: Db, seat: string, expression: string): Promise<ReviewRow | undefined> {
	const [row] = await db<ReviewRow[]>`
		select * from programmes.review where seat = ${seat} and expression = ${expression}`;
	return row;
}

type Kept = { seat: string; expression: string; at: Date; skippedAt: Date | null; inAt: Date | null };

/** What is saved is no longer abstained from. */
export async function saveReviewRow(
	db: Db,
	{ seat, expression, at, skippedAt, inAt }: Kept
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.review (seat, expression, begun_at, saved_at, skipped_at, in_at)
		values (${seat}, ${expression}, ${at}, ${at}, ${skippedAt}, ${inAt})
		on conflict on constraint one_review_a_pair do update
		set saved_at = excluded.saved_at, skipped_at = excluded.skipped_at, in_at = excluded.in_at,
			abstained_at = null, abstained_why = null, edition = review.edition + 1
		returning id`;
	return row!.id;
}

export async function saveMarks(db: Db, review: string, marks: Marks): Promise<void> {
	for (const [criterion, { score, why }] of Object.entries(marks))
		await db`
			insert into programmes.review_mark (review, criterion, score, why)
			values (${review}, ${criterion}, ${score}, ${why})
			on conflict (review, criterion) do update set score = excluded.score, why = excluded.why`;
}

/** What was written so far stays with it, and counts nowhere. */
export async function abstainFrom(
	db: Db,
	{ seat, expression, at, why }: { seat: string; expression: string; at: Date; why: string }
): Promise<void> {
	await db`
		insert into programmes.review (seat, expression, begun_at, saved_at, abstained_at, abstained_why)
		values (${seat}, ${expression}, ${at}, ${at}, ${at}, ${why})
		on conflict on constraint one_review_a_pair do update
		set saved_at = excluded.saved_at, abstained_at = excluded.abstained_at, abstained_why = excluded.abstained_why,
			in_at = null, skipped_at = null, edition = review.edition + 1`;
}

export async function findMarks(db: Db, review: string): Promise<Marks> {
	const rows = await db<(Mark & { criterion: string })[]>`
		select criterion, score, why from programmes.review_mark where review = ${review}`;
	return Object.fromEntries(rows.map(({ criterion, score, why }) => [criterion, { score, why }]));
}

export type AsideRow = { id: string; savedAt: Date; marks: Marks };

export async function putAside(db: Db, review: string, marks: Marks, at: Date): Promise<void> {
	await db`insert into programmes.review_aside (review, saved_at, marks) values (${review}, ${at}, ${db.json(marks as never)})`;
}

export function listAsides(db: Db, review: string): Promise<AsideRow[]> {
	return db<AsideRow[]>`
		select id, saved_at, marks from programmes.review_aside where review = ${review} order by saved_at desc, id`;
}

export async function deleteAside(db: Db, review: string, id: string): Promise<void> {
	await db`delete from programmes.review_aside where review = ${review} and id = ${id}`;
}

export type InRow = {
	review: string;
	seat: string;
	person: string;
	expression: string;
	reference: string;
	marks: Marks;
};

/** Every review that is in and counts, of what `visible` lets through: none by somebody whom a conflict keeps from it since. */
export async function listIn(
	db: Db,
	call: string,
	visible: ReturnType<typeof isVoid>,
	expression?: string
): Promise<InRow[]> {
	const rows = await db<(Omit<InRow, 'marks'> & { marks: Marks | null })[]>`
		select review.id as review, seat.id as seat, seat.person, expression.id as expression, expression.reference,
			(select jsonb_object_agg(criterion, jsonb_build_object('score', score, 'why', why))
				from programmes.review_mark where review_mark.review = review.id) as marks
		${listTables(db)}
		join programmes.review on review.expression = expression.id and review.in_at is not null
		join programmes.seat on seat.id = review.seat
		where expression.call = ${call} and ${isToBeRead(db)} and not ${isVoid(db)} and ${visible}
			${expression ? db`and expression.id = ${expression}` : db``}
		order by expression.reference, seat.id`;
	return rows.map((row) => ({ ...row, marks: row.marks ?? {} }));
}
