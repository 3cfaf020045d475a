import type { Db } from '#server/db';

export type DecisionRow = {
	id: string;
	call: string;
	how: 'merged' | 'related' | 'different';
	at: Date;
	by: string;
	undoneAt: Date | null;
};

export async function insertDecision(
	db: Db,
	{ call, how, at, by }: Pick<DecisionRow, 'call' | 'how' | 'at' | 'by'>
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.alike_decision (call, how, at, by) values (${call}, ${how}, ${at}, ${by}) returning id`;
	return row!.id;
}

/** Held until the transaction ends. */
export async function lockDecision(db: Db, id: string): Promise<DecisionRow | undefined> {
	const [row] = await db<DecisionRow[]>`
		select id, call, how, at, by, undone_at from programmes.alike_decision where id = ${id} for update`;
	return row;
}

/** The latest of a call that can be undone: something of it stands. */
export function listDecisions(
	db: Db,
	call: string,
	limit: number
): Promise<(DecisionRow & { count: number })[]> {
	return db<(DecisionRow & { count: number })[]>`
		select decided.*, merged.count + apart.count as count
		from programmes.alike_decision decided
		cross join lateral (select count(*)::int from programmes.merging
			where merging.decision = decided.id and merging.undone_at is null) merged
		cross join lateral (select count(*)::int from programmes.not_same where not_same.decision = decided.id) apart
		where decided.call = ${call} and decided.undone_at is null and merged.count + apart.count > 0
		order by decided.at desc, decided.id limit ${limit}`;
}

/** Every one with every other, but for pairs of which somebody said something before. */
export async function saveAllNotSame(
	db: Db,
	ids: readonly string[],
	{ how, at, by, decision }: { how: string; at: Date; by: string; decision: string }
): Promise<void> {
	await db`
		insert into programmes.not_same (one, two, how, at, by, decision)
		select one.id, two.id, ${how}, ${at}, ${by}, ${decision}
		from unnest(${ids as string[]}::uuid[]) as one (id)
		join unnest(${ids as string[]}::uuid[]) as two (id) on one.id < two.id
		on conflict do nothing`;
}

export async function insertMergings(
	db: Db,
	{
		others,
		stands,
		at,
		by,
		decision
	}: { others: readonly string[]; stands: string; at: Date; by: string; decision: string }
): Promise<{ id: string; other: string }[]> {
	return db<{ id: string; other: string }[]>`
		insert into programmes.merging (other, stands, at, by, decision)
		select other, ${stands}, ${at}, ${by}, ${decision} from unnest(${others as string[]}::uuid[]) as other
		returning id, other`;
}

/** What of it still stands is as it was before. Gives the mergings that were undone. */
export async function undoDecision(
	db: Db,
	id: string,
	{ at, by }: { at: Date; by: string }
): Promise<{ id: string; other: string }[]> {
	await db`update programmes.alike_decision set undone_at = ${at}, undone_by = ${by} where id = ${id}`;
	await db`delete from programmes.not_same where decision = ${id}`;
	return db<{ id: string; other: string }[]>`
		update programmes.merging set undone_at = ${at}, undone_by = ${by}
		where decision = ${id} and undone_at is null returning id, other`;
}

/** Which of a decision's pairs were said; for whoever undoes it, in the order in which rows are held. */
export async function holdOfDecision(db: Db, id: string): Promise<string[]> {
	const rows = await db<{ expression: string }[]>`
		select other as expression from programmes.merging where decision = ${id}
		union select stands from programmes.merging where decision = ${id}
		order by expression`;
	return rows.map(({ expression }) => expression);
}
