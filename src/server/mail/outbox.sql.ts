import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import type { Details } from '#server/use-case';
import type { Wording } from './compose.ts';
import type { About } from './queue.ts';

export const states = [
	'waiting',
	'held',
	'sending',
	'later',
	'sent',
	'shown',
	'failed',
	'bounced',
	'dropped'
] as const;
export type State = (typeof states)[number];

export type StandingRow = {
	id: string;
	template: string;
	address: string | null;
	locale: string;
	details: Details;
	aboutKind: string | null;
	aboutId: string | null;
	queuedAt: Date;
	forgottenAt: Date | null;
	attempts: number;
	againAt: Date | null;
	endedAt: Date | null;
	reason: string | null;
	words: string | null;
	state: State;
};
type AttemptRow = {
	number: number;
	beganAt: Date;
	endedAt: Date | null;
	outcome: string | null;
	reason: string | null;
	words: string | null;
};

/** `without`: templates of which whoever looks may see nothing; `kept`: what they may read no letter about, as `kind:id`. */
type Closed = { without: string[]; kept: string[] };
type Part = Closed & { state?: State | undefined; template?: string | undefined };

/** How many letters stand where: of all, or of one template. */
export async function countStates(
	db: Db,
	{ template = null, without, kept }: Closed & { template?: string | null | undefined }
) {
	const rows = await db<{ state: State; count: number }[]>`
		select state, count(*)::int as count from mail.standing
		where (template = ${template} or ${template}::text is null) and template <> all(${without}) and ${isOpen(db, kept)}
		group by state`;
	return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Newest first. */
export async function findStandings(
	db: Db,
	{ state, template, without, kept }: Part,
	limit: number,
	offset: number
) {
	return db<StandingRow[]>`
		select * from mail.standing
		where (state = ${state ?? null} or ${state ?? null}::text is null)
			and (template = ${template ?? null} or ${template ?? null}::text is null)
			and template <> all(${without}) and ${isOpen(db, kept)}
		order by queued_at desc, id limit ${limit} offset ${offset}`;
}

function isOpen(db: Db, kept: string[]) {
	return db`coalesce(about_kind || ':' || about_id, '') <> all(${kept})`;
}

export async function usedTemplates(db: Db): Promise<string[]> {
	const rows = await db<{ template: string }[]>`select distinct template from mail.letter order by template`;
	return rows.map((row) => row.template);
}

export async function findStanding(db: Db, id: string): Promise<StandingRow | undefined> {
	const [row] = await db<StandingRow[]>`select * from mail.standing where id = ${id}`;
	return row;
}

export async function findStandingsAbout(db: Db, { kind, id }: About): Promise<StandingRow[]> {
	return db<StandingRow[]>`
		select * from mail.standing where about_kind = ${kind} and about_id = ${id} order by queued_at, id`;
}

export async function findAttempts(db: Db, letter: string): Promise<AttemptRow[]> {
	return db<AttemptRow[]>`
		select number, began_at, ended_at, outcome, reason, words from mail.attempt
		where letter = ${letter} order by number`;
}

export async function findCopy(db: Db, letter: string): Promise<(Wording & { at: Date }) | undefined> {
	const [row] = await db<
		(Wording & { at: Date })[]
	>`select at, subject, text, html from mail.copy where letter = ${letter}`;
	return row;
}

export type Held = { letter: string } | { template: string };

export async function insertHold(db: Db, held: Held, at: Date, by: Actor): Promise<void> {
	const { letter = null, template = null } = held as { letter?: string; template?: string };
	await db`
		insert into mail.hold (letter, template, at, by) values (${letter}, ${template}, ${at}, ${db.json(by as never)})
		on conflict do nothing`;
}

/** Whoever held one letter back holds the one that is written in its place. */
export async function passHoldOn(db: Db, from: string, to: string): Promise<void> {
	await db`
		insert into mail.hold (letter, at, by)
		select ${to}, at, by from mail.hold where letter = ${from} and released_at is null`;
}

export async function releaseHold(db: Db, held: Held, at: Date, by: Actor): Promise<void> {
	const { letter = null, template = null } = held as { letter?: string; template?: string };
	await db`
		update mail.hold set released_at = ${at}, released_by = ${db.json(by as never)}
		where released_at is null and (letter = ${letter} or template = ${template})`;
}

export async function isHeld(db: Db, letter: string): Promise<boolean> {
	const [row] = await db`select 1 from mail.hold where released_at is null and letter = ${letter}`;
	return row !== undefined;
}

export async function heldTemplates(db: Db): Promise<string[]> {
	const rows = await db<{ template: string }[]>`
		select template from mail.hold where released_at is null and template is not null order by template`;
	return rows.map((row) => row.template);
}

export async function insertAgain(db: Db, letter: string, after: number, at: Date, by: Actor): Promise<void> {
	await db`
		insert into mail.again (letter, after, at, by) values (${letter}, ${after}, ${at}, ${db.json(by as never)})
		on conflict do nothing`;
}

type Bounce = { number: number; at: Date; by: Actor; words: string | null };

export async function insertBounce(db: Db, letter: string, { number, at, by, words }: Bounce): Promise<void> {
	await db`
		insert into mail.bounce (letter, number, at, by, words)
		values (${letter}, ${number}, ${at}, ${db.json(by as never)}, ${words})
		on conflict do nothing`;
}
