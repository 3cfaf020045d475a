import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { listTables, visibleTo } from '../../server/expression.sql.ts';

export type DeedRow = {
	id: string;
	call: string;
	at: Date;
	person: string | null;
	aspect: string;
	target: string | null;
	undoes: string | null;
	/** The deed that undid this one. */
	undoneBy: string | null;
};

/** Of these references, what was sent to the call and the actor may see, in one order, held until the transaction ends. */
export async function holdChosen(
	db: Db,
	actor: Actor,
	call: string,
	references: readonly string[]
): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select expression.id ${listTables(db)}
		where expression.call = ${call} and expression.reference = any(${references as string[]}::text[])
			and submission.at is not null and ${visibleTo(db, actor)}
		order by expression.id for update of expression`;
	return rows.map(({ id }) => id);
}

type NewDeed = Pick<DeedRow, 'call' | 'at' | 'person' | 'aspect' | 'target'> & { undoes?: string };

export async function insertDeed(
	db: Db,
	{ call, at, person, aspect, target, undoes }: NewDeed
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.deed (call, at, person, aspect, target, undoes)
		values (${call}, ${at}, ${person}, ${aspect}, ${target}, ${undoes ?? null}) returning id`;
	return row!.id;
}

export type Change = { expression: string; before: string | null; after: string | null };

export async function insertChanges(
	db: Db,
	deed: string,
	aspect: string,
	changes: readonly Change[]
): Promise<void> {
	await db`
		insert into programmes.deed_change (deed, expression, aspect, before, after)
		select ${deed}, expression, ${aspect}, before, after
		from unnest(${changes.map(({ expression }) => expression)}::uuid[],
			${changes.map(({ before }) => before) as string[]}::text[],
			${changes.map(({ after }) => after) as string[]}::text[]) as change (expression, before, after)`;
}

/** Held until the transaction ends: of two who undo it one does. */
export async function lockDeed(db: Db, id: string): Promise<DeedRow | undefined> {
	await db`select 1 from programmes.deed where id = ${id} for update`;
	return findDeed(db, id);
}

export async function findDeed(db: Db, id: string): Promise<DeedRow | undefined> {
	const [row] = await db<DeedRow[]>`
		select deed.*, undoing.id as undone_by from programmes.deed
		left join programmes.deed undoing on undoing.undoes = deed.id where deed.id = ${id}`;
	return row;
}

/** What the deed changed of what the actor may see, and whether it is what was changed last. */
export function listChanges(
	db: Db,
	actor: Actor,
	deed: string
): Promise<(Change & { reference: string; isLast: boolean })[]> {
	return db<(Change & { reference: string; isLast: boolean })[]>`
		select deed_change.expression, expression.reference, before, after, not exists (
			select from programmes.deed_change later
			where later.expression = deed_change.expression and later.aspect = deed_change.aspect
				and later.number > deed_change.number) as is_last
		${listTables(db)} join programmes.deed_change on deed_change.expression = expression.id
		where deed_change.deed = ${deed} and ${visibleTo(db, actor)}
		order by expression.id`;
}

/** Keeps everybody else from changing them meanwhile, in the order in which all hold them. */
export async function holdExpressions(db: Db, ids: readonly string[]): Promise<void> {
	await db`select 1 from programmes.expression where id = any(${ids as string[]}::uuid[]) order by id for update`;
}

/** What hangs on an expression that is erased. */
export async function forgetCase(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.tagging where expression = ${expression}`;
	await db`delete from programmes.assignment where expression = ${expression}`;
	await db`delete from programmes.deed_change where expression = ${expression}`;
}

/** Whom something is assigned to who do not work here any more. */
export function listLeft(
	db: Db,
	staff: readonly string[]
): Promise<{ call: string; person: string; ids: string[] }[]> {
	return db<{ call: string; person: string; ids: string[] }[]>`
		select expression.call, assignment.person, array_agg(expression.id order by expression.id) as ids
		from programmes.assignment join programmes.expression on expression.id = assignment.expression
		where assignment.person <> all(${staff as string[]}::uuid[])
		group by expression.call, assignment.person`;
}
