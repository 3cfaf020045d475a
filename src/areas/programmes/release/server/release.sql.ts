import type { Db } from '#server/db';
import { expressions, type ExpressionRow } from '../../server/expression.sql.ts';
import type { Numbers } from '../numbers.ts';
import type { DecisionKind } from '../release.ts';

export type ReleaseRow = {
	call: string;
	number: number;
	answerBy: Date;
	answerDays: number;
	reasons: string | null;
	at: Date;
	by: string;
};

/** The latest first. */
export function listReleases(db: Db, call: string): Promise<ReleaseRow[]> {
	return db<ReleaseRow[]>`
		select call, number, answer_by, answer_days, reasons, at, by from programmes.release
		where call = ${call} order by number desc`;
}

type NewRelease = ReleaseRow & { numbers: Numbers | null };

/** False: somebody else has released it. */
export async function insertRelease(db: Db, release: NewRelease): Promise<boolean> {
	const { call, number, answerBy, answerDays, reasons, numbers, at, by } = release;
	const rows = await db`
		insert into programmes.release (call, number, answer_by, answer_days, reasons, numbers, at, by)
		values (${call}, ${number}, ${answerBy}, ${answerDays}, ${reasons}, ${numbers && db.json(numbers as never)}, ${at}, ${by})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export async function saveReasons(db: Db, call: string, reasons: string | null): Promise<void> {
	await db`
		update programmes.release set reasons = ${reasons}
		where call = ${call} and number = (select max(number) from programmes.release latest where latest.call = ${call})`;
}

export type OutcomeRow = {
	expression: string;
	call: string;
	number: number;
	kind: DecisionKind;
	position: number | null;
	feedback: string | null;
	at: Date;
	/** A reserve who waits no longer. */
	overAt: Date | null;
};

export async function insertOutcome(db: Db, outcome: Omit<OutcomeRow, 'overAt'>): Promise<void> {
	const { expression, call, number, kind, position, feedback, at } = outcome;
	await db`
		insert into programmes.outcome (expression, call, number, kind, position, feedback, at)
		values (${expression}, ${call}, ${number}, ${kind}, ${position}, ${feedback}, ${at})`;
}

/** What an applicant was told, and nothing that is still pending. */
export async function findOutcome(db: Db, expression: string): Promise<OutcomeRow | undefined> {
	const [row] = await db<OutcomeRow[]>`
		select expression, call, number, kind, position, feedback, at, over_at from programmes.outcome
		where expression = ${expression}`;
	return row;
}

/** They wait no longer, and nobody of them moves up. */
export async function endReserves(db: Db, expressions: readonly string[], at: Date): Promise<void> {
	await db`
		update programmes.outcome set over_at = ${at}
		where expression = any(${expressions as string[]}::uuid[]) and kind = 'reserve' and over_at is null`;
}

/** Those who come with a later release stand behind the reserves of the earlier ones. */
export async function lastPosition(db: Db, call: string): Promise<number> {
	const [row] = await db<{ last: number }[]>`
		select coalesce(max(position), 0)::int as last from programmes.outcome where call = ${call}`;
	return row!.last;
}

/** What its kind says stays with the husk, and nothing else. */
export async function emptyOutcome(db: Db, expression: string): Promise<void> {
	await db`
		update programmes.outcome set feedback = null, position = null, over_at = null, at = date_trunc('week', at, 'UTC')
		where expression = ${expression}`;
}

/** Calls whose day of decisions somebody has to be told of: published, not put away, and without a release. */
export async function listUnreleased(db: Db): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select call.id from programmes.call
		where exists (select from programmes.version where version.call = call.id)
			and not exists (select from programmes.release where release.call = call.id)
			and not exists (
				select from programmes.archival where archival.call = call.id and archival.restored_at is null)
		order by call.id`;
	return rows.map(({ id }) => id);
}

/** True for whoever is first to tell staff this. */
export async function tellStaffOnce(
	db: Db,
	{ call, what, about, at }: { call: string; what: string; about: string; at: Date }
): Promise<boolean> {
	const rows = await db`
		insert into programmes.release_told (call, what, about, at) values (${call}, ${what}, ${about}, ${at})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export type DelayRow = { id: string; words: string | null; newDay: string | null; at: Date; call: string };

export async function insertDelay(
	db: Db,
	{ call, words, newDay, at, by }: Omit<DelayRow, 'id'> & { by: string }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.delay (call, words, new_day, at, by) values (${call}, ${words}, ${newDay}, ${at}, ${by})
		returning id`;
	return row!.id;
}

export function listDelays(db: Db, call: string): Promise<DelayRow[]> {
	return db<DelayRow[]>`
		select id, call, words, to_char(new_day, 'YYYY-MM-DD') as new_day, at from programmes.delay
		where call = ${call} order by at desc`;
}

/** Of these, in any order. */
export function findExpressionsById(db: Db, ids: readonly string[]): Promise<ExpressionRow[]> {
	return db<ExpressionRow[]>`${expressions(db)} where expression.id = any(${ids as string[]}::uuid[])`;
}
