import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import type { ExpressionTimes } from '../expression.ts';
import { isKeptFrom } from '../panel/server/conflict.sql.ts';

/** `met` null: what came on paper does not say. */
export type Eligibility = { must: string; met: boolean | null }[];
export type ExpressionRow = ExpressionTimes & {
	id: string;
	call: string;
	/** The version of the call's form with which it was begun, or to which its applicant went over. */
	formVersion: string;
	/** Null once it is erased. */
	reference: string | null;
	locale: string;
	changedAt: Date;
	eligibility: Eligibility | null;
	enteredBy: string | null;
	enteredFrom: 'paper' | 'telephone' | null;
	equalityAsked: boolean;
	extendedUntil: Date | null;
	copyWanted: boolean;
};

/**
 * Which expressions somebody may know of at all; every list and every count begins from it. An applicant: the one
 * they hold. Staff: what was sent and not withdrawn, and what they themselves are typing up, but for what a conflict keeps
 * them from, who sit on the panel as well. We: all.
 */
export function visibleTo(db: Db, actor: Actor) {
	if (actor.kind === 'house') return db`expression.erased_at is null`;
	if (actor.kind === 'applicant')
		return db`expression.erased_at is null and expression.id = ${actor.expression}`;
	if (actor.kind !== 'person' || actor.assurance !== 2 || !actor.roles.length) return db`false`;
	return db`expression.erased_at is null and withdrawal.expression is null
		and (submission.at is not null or expression.entered_by = ${actor.id}) and not ${isKeptFrom(db, actor.id)}`;
}

/** What is common to every look at expressions: select these columns from these tables. */
export function expressions(db: Db) {
	return db`
		select expression.*, submission.at as submitted_at, coalesce(submission.copy_wanted, false) as copy_wanted,
			withdrawal.at as withdrawn_at, extension.until as extended_until, outcome.at as released_at,
			exists (
				select from programmes.place where place.expression = expression.id and place.ended_at is null) as has_place
		${expressionTables(db)}
		left join programmes.outcome on outcome.expression = expression.id`;
}

export function expressionTables(db: Db) {
	return db`
		${listTables(db)}
		left join lateral (
			select until from programmes.extension
			where extension.expression = expression.id order by given_at desc, id limit 1
		) extension on true`;
}

/** The same without their own times: as much as `visibleTo` asks about. */
export function listTables(db: Db) {
	return db`
		from programmes.expression
		left join programmes.submission on submission.expression = expression.id
		left join programmes.withdrawal on withdrawal.expression = expression.id`;
}

/** What the group is called, for a line among many; null while nobody said so. */
export function groupOf(db: Db) {
	return db`(
		select value #>> '{}' from programmes.answer
		where answer.expression = expression.id and answer.question = 'group')`;
}

export async function findExpression(
	db: Db,
	actor: Actor,
	reference: string
): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`
		${expressions(db)} where expression.reference = ${reference} and ${visibleTo(db, actor)}`;
	return row;
}

export async function findExpressionById(db: Db, id: string): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`${expressions(db)} where expression.id = ${id}`;
	return row;
}

/** For staff who were given a reference: a draft too, but nothing that was withdrawn or erased, or that a conflict keeps from them. */
export async function findOpenExpression(
	db: Db,
	person: string,
	reference: string
): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`
		${expressions(db)}
		where expression.reference = ${reference} and expression.erased_at is null and withdrawal.at is null
			and not ${isKeptFrom(db, person)}`;
	return row;
}

/** For staff: what somebody is typing up, whoever it is. */
export async function findBeingTyped(db: Db, reference: string): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`
		${expressions(db)}
		where expression.reference = ${reference} and expression.erased_at is null
			and expression.entered_from is not null and submission.at is null and withdrawal.at is null`;
	return row;
}

/** Keeps everybody else from changing it until the transaction ends. */
export async function lockExpression(db: Db, id: string): Promise<ExpressionRow> {
	await db`select 1 from programmes.expression where id = ${id} for update`;
	return (await findExpressionById(db, id))!;
}

type NewExpression = {
	call: string;
	formVersion: string;
	reference: string;
	locale: string;
	/** When it began: for what came on paper, when it reached us. */
	at: Date;
	changedAt: Date;
	eligibility: Eligibility;
	enteredBy?: string;
	enteredFrom?: 'paper' | 'telephone';
};

/** Undefined: the reference is taken. */
export async function insertExpression(
	db: Db,
	expression: NewExpression
): Promise<ExpressionRow | undefined> {
	const {
		call,
		formVersion,
		reference,
		locale,
		at,
		changedAt,
		eligibility,
		enteredBy = null,
		enteredFrom = null
	} = expression;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.expression (call, form_version, reference, locale, begun_at, changed_at, eligibility, entered_by, entered_from)
		values (${call}, ${formVersion}, ${reference}, ${locale}, ${at}, ${changedAt}, ${db.json(eligibility)}, ${enteredBy}, ${enteredFrom})
		on conflict on constraint one_reference_one_expression do nothing
		returning id`;
	return row && findExpressionById(db, row.id);
}

/** True when this is the one sending; false when it was sent before. */
export async function insertSubmission(db: Db, id: string, at: Date, copyWanted: boolean): Promise<boolean> {
	const rows = await db`
		insert into programmes.submission (expression, at, copy_wanted) values (${id}, ${at}, ${copyWanted})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export async function insertWithdrawal(db: Db, id: string, at: Date): Promise<boolean> {
	const rows = await db`
		insert into programmes.withdrawal (expression, at) values (${id}, ${at}) on conflict do nothing returning 1`;
	return rows.length > 0;
}

type NewExtension = { expression: string; until: Date; why: string; at: Date; by: string };

export async function insertExtension(
	db: Db,
	{ expression, until, why, at, by }: NewExtension
): Promise<void> {
	await db`
		insert into programmes.extension (expression, until, why, given_at, given_by)
		values (${expression}, ${until}, ${why}, ${at}, ${by})`;
}
