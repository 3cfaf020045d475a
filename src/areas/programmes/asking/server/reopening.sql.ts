import type { Value } from '#areas/forms';
import type { Db } from '#server/db';
import type { Actor } from '#shared/actor';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';
import type { ReopeningEnd, ReopeningTimes } from '../asking.ts';

export type ReopeningRow = ReopeningTimes & {
	id: string;
	expression: string;
	why: string;
	madeAt: Date;
	madeBy: string;
	/** How often its instant was set: more than once, it was moved. */
	moved: number;
	/** What each named question said when it was asked about. */
	questions: { question: string; said: Value }[];
};

type Flat = Omit<ReopeningRow, 'ended'> & {
	how: ReopeningEnd['how'] | null;
	words: string | null;
	endedAt: Date | null;
};

/** What one applicant was asked for, the latest first. */
export async function listReopenings(db: Db, expression: string): Promise<ReopeningRow[]> {
	const rows = await db<Flat[]>`
		${reopenings(db)} where reopening.expression = ${expression} order by reopening.made_at desc, reopening.id`;
	return rows.map(whole);
}

export type AskedRow = ReopeningRow & { reference: string; name: string | null };

/** The last thing that each applicant of a call was asked for, of those that the actor may see. */
export async function listAskedIn(db: Db, actor: Actor, call: string): Promise<AskedRow[]> {
	const rows = await db<(Flat & { reference: string; name: string | null })[]>`
		select last.*, expression.reference, ${groupOf(db)} as name
		${expressionTables(db)}
		join lateral (
			select * from (${reopenings(db)}) asked
			where asked.expression = expression.id order by made_at desc, id limit 1
		) last on true
		where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)}
		order by last.until, expression.reference`;
	return rows.map(({ reference, name, ...row }) => ({ ...whole(row), reference, name }));
}

/** Not ended by anybody, and its instant still to come: whom to remind. */
export async function listOpenReopenings(db: Db, now: Date): Promise<ReopeningRow[]> {
	const rows = await db<Flat[]>`
		${reopenings(db)} where ended.at is null and latest.until > ${now} order by latest.until, reopening.id`;
	return rows.map(whole);
}

export async function findReopening(db: Db, id: string): Promise<ReopeningRow | undefined> {
	const [row] = await db<Flat[]>`${reopenings(db)} where reopening.id = ${id}`;
	return row && whole(row);
}

type NewReopening = {
	expression: string;
	why: string;
	at: Date;
	by: string;
	until: Date;
	questions: ReopeningRow['questions'];
};

export async function insertReopening(
	db: Db,
	{ expression, why, at, by, until, questions }: NewReopening
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.reopening (expression, why, made_at, made_by)
		values (${expression}, ${why}, ${at}, ${by}) returning id`;
	const { id } = row!;
	for (const { question, said } of questions)
		await db`
			insert into programmes.reopened_question (reopening, question, said)
			values (${id}, ${question}, ${JSON.stringify(said)})`;
	await insertUntil(db, { reopening: id, until, at, by });
	return id;
}

export async function insertUntil(
	db: Db,
	{ reopening, until, at, by }: { reopening: string; until: Date; at: Date; by: string }
): Promise<void> {
	await db`
		insert into programmes.reopening_until (reopening, until, set_at, set_by)
		values (${reopening}, ${until}, ${at}, ${by})`;
}

/** False: it was ended already. */
export async function insertEnd(
	db: Db,
	reopening: string,
	{ how, words, at }: ReopeningEnd
): Promise<boolean> {
	const rows = await db`
		insert into programmes.reopening_end (reopening, how, words, at)
		values (${reopening}, ${how}, ${words}, ${at}) on conflict do nothing returning 1`;
	return rows.length > 0;
}

function reopenings(db: Db) {
	return db`
		select reopening.*, latest.until, latest.moved, ended.how, ended.words, ended.at as ended_at, named.questions
		from programmes.reopening
		join lateral (
			select until, count(*) over ()::int as moved from programmes.reopening_until given
			where given.reopening = reopening.id order by set_at desc, id limit 1
		) latest on true
		join lateral (
			select jsonb_agg(jsonb_build_object('question', question, 'said', said) order by question) as questions
			from programmes.reopened_question named where named.reopening = reopening.id
		) named on true
		left join programmes.reopening_end ended on ended.reopening = reopening.id`;
}

function whole({ how, words, endedAt, ...row }: Flat): ReopeningRow {
	return { ...row, ended: how && { how, words, at: endedAt! } };
}
