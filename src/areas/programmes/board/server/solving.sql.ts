import type { Db } from '#server/db';
import type { SolvingTimes } from '../board.ts';
import type { Changes } from '../board.schema.ts';
import type { Solved } from '../solved.ts';

export type Best = { members: string[]; objective: number };
export type SolvingRow = SolvingTimes & {
	id: string;
	call: string;
	askedBy: string;
	changes: Changes;
	why: string;
	share: number;
	stage: string | null;
	best: Best | null;
	digest: string | null;
	answer: Solved | null;
};

type NewSolving = { call: string; changes: Changes; why: string; by: string; at: Date };

export async function insertSolving(db: Db, { call, changes, why, by, at }: NewSolving): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.solving (call, asked_by, asked_at, changes, why)
		values (${call}, ${by}, ${at}, ${db.json(changes)}, ${why}) returning id`;
	return row!.id;
}

/** The newest first. */
export function listSolvings(db: Db, call: string): Promise<SolvingRow[]> {
	return db<SolvingRow[]>`${solvings(db)} where call = ${call} order by asked_at desc, id`;
}

export async function findSolving(db: Db, id: string): Promise<SolvingRow | undefined> {
	const [row] = await db<SolvingRow[]>`${solvings(db)} where id = ${id}`;
	return row;
}

/** Two presses at once wait for one another. */
export async function holdBoard(db: Db, call: string): Promise<void> {
	await db`select pg_advisory_xact_lock(7252420, hashtext(${call}))`;
}

/** False: it was cancelled or begun before. */
export async function beginSolving(db: Db, id: string, at: Date, digest: string): Promise<boolean> {
	const rows = await db`
		update programmes.solving set begun_at = ${at}, stirred_at = ${at}, digest = ${digest}
		where id = ${id} and begun_at is null and cancelled_at is null and failed_at is null returning 1`;
	return rows.length > 0;
}

type HowFar = { share: number; stage: string; best: Best | null };

/** False: nobody wants it any more. */
export async function saySolving(
	db: Db,
	id: string,
	{ share, stage, best }: HowFar,
	at: Date
): Promise<boolean> {
	const rows = await db`
		update programmes.solving set share = ${share}, stage = ${stage}, best = ${best ? db.json(best) : null}, stirred_at = ${at}
		where id = ${id} and num_nonnulls(cancelled_at, failed_at, ready_at) = 0 returning 1`;
	return rows.length > 0;
}

export async function keepAnswer(
	db: Db,
	id: string,
	{ answer, outcomes }: { answer: Solved; outcomes: string[][] | null },
	at: Date
): Promise<boolean> {
	const rows = await db`
		update programmes.solving set ready_at = ${at}, share = 1, answer = ${db.json(answer as never)},
			outcomes = ${outcomes ? db.json(outcomes) : null}
		where id = ${id} and num_nonnulls(cancelled_at, failed_at, ready_at) = 0 returning 1`;
	return rows.length > 0;
}

export async function endSolving(db: Db, id: string, as: 'failed' | 'cancelled', at: Date): Promise<boolean> {
	const rows = await db`
		update programmes.solving set ${db(`${as}_at`)} = ${at}
		where id = ${id} and num_nonnulls(cancelled_at, failed_at, ready_at) = 0 returning 1`;
	return rows.length > 0;
}

export async function outcomesOf(db: Db, id: string): Promise<string[][] | null> {
	const [row] = await db<{ outcomes: string[][] | null }[]>`
		select outcomes from programmes.solving where id = ${id}`;
	return row?.outcomes ?? null;
}

function solvings(db: Db) {
	return db`
		select id, call, asked_by, asked_at, changes, why, begun_at, stirred_at, share, stage, best, ready_at, failed_at,
			cancelled_at, digest, answer
		from programmes.solving`;
}

/** True the first time. */
export async function insertSight(db: Db, solving: string, person: string, at: Date): Promise<boolean> {
	const rows = await db`
		insert into programmes.board_sight (solving, person, at) values (${solving}, ${person}, ${at})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export async function saveVoice(
	db: Db,
	{ solving, person, says, at }: { solving: string; person: string; says: boolean; at: Date }
): Promise<void> {
	await db`
		insert into programmes.board_voice (solving, person, says, at) values (${solving}, ${person}, ${says}, ${at})
		on conflict (solving, person) do update set says = excluded.says, at = excluded.at`;
}

export type VoiceRow = { solving: string; person: string; says: boolean; at: Date };

export function listVoices(db: Db, solving: string): Promise<VoiceRow[]> {
	return db<VoiceRow[]>`select * from programmes.board_voice where solving = ${solving} order by at, person`;
}

export type ChoiceRow = {
	id: string;
	solving: string;
	draw: string | null;
	members: string[];
	why: string;
	weightsWhy: string | null;
	yes: number;
	no: number;
	takenAt: Date;
	takenBy: string;
};
type NewChoice = Omit<ChoiceRow, 'id' | 'takenAt' | 'takenBy'> & { call: string; at: Date; by: string };

export async function insertChoice(db: Db, choice: NewChoice): Promise<void> {
	const { call, solving, draw, members, why, weightsWhy, yes, no, at, by } = choice;
	await db`
		insert into programmes.board_choice (call, solving, draw, members, why, weights_why, yes, no, taken_at, taken_by)
		values (${call}, ${solving}, ${draw}, ${members}::uuid[], ${why}, ${weightsWhy}, ${yes}, ${no}, ${at}, ${by})`;
}

/** The last first: it is the one that counts. */
export function listChosen(db: Db, call: string): Promise<ChoiceRow[]> {
	return db<ChoiceRow[]>`
		select id, solving, draw, members, why, weights_why, yes, no, taken_at, taken_by
		from programmes.board_choice where call = ${call} order by taken_at desc, id`;
}
