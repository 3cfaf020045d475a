import type { Db } from '#server/db';
import { listTables } from '../../server/expression.sql.ts';
import type { isVoid } from './reading.sql.ts';

export type FlagRow = {
	id: string;
	expression: string;
	reference: string;
	raisedAt: Date;
	raisedBy: string;
	words: string;
	stoppedAt: Date | null;
	stoppedBy: string | null;
	stoppedWords: string | null;
	resolvedAt: Date | null;
	resolvedBy: string | null;
	resolvedWords: string | null;
};

/** Of what `visible` lets through; what is open first. */
export function listFlags(
	db: Db,
	call: string,
	visible: ReturnType<typeof isVoid>,
	expression?: string
): Promise<FlagRow[]> {
	return db<FlagRow[]>`
		select flag.*, expression.reference ${listTables(db)}
		join programmes.flag on flag.expression = expression.id
		where expression.call = ${call} and ${visible} ${expression ? db`and expression.id = ${expression}` : db``}
		order by flag.resolved_at is not null, flag.raised_at desc, flag.id`;
}

export async function insertFlag(
	db: Db,
	{ expression, by, at, words }: { expression: string; by: string; at: Date; words: string }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.flag (expression, raised_at, raised_by, words)
		values (${expression}, ${at}, ${by}, ${words}) returning id`;
	return row!.id;
}

type Step = { by: string; at: Date; words: string };

/** False: somebody was first. */
export async function stopByFlag(db: Db, id: string, { by, at, words }: Step): Promise<boolean> {
	const { count } = await db`
		update programmes.flag set stopped_at = ${at}, stopped_by = ${by}, stopped_words = ${words || null}
		where id = ${id} and stopped_at is null and resolved_at is null`;
	return count === 1;
}

export async function resolveFlagRow(db: Db, id: string, { by, at, words }: Step): Promise<boolean> {
	const { count } = await db`
		update programmes.flag set resolved_at = ${at}, resolved_by = ${by}, resolved_words = ${words}
		where id = ${id} and resolved_at is null`;
	return count === 1;
}
