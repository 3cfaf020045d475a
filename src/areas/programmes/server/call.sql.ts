import type { Db } from '#server/db';
import type { Call } from '../call.ts';
import type { CallContent } from '../call.schema.ts';
import type { Numbers } from '../release/numbers.ts';

/** A call as it was last published, with what has happened to it since. */
export type StandingCall = Call & {
	decisionsBy: string | null;
	runsFrom: string | null;
	runsTo: string | null;
	content: CallContent;
	/** The number of the version that people see. */
	version: number;
	sequence: number;
	changedAt: Date;
	/** Its form, of #areas/forms. Every call that was published has one. */
	form: string | null;
	/** What is published of its choice, once everybody has heard. */
	numbers: Numbers | null;
	releasedAt: Date | null;
	reasons: string | null;
	/** An archived call that is not listed does not exist for the public. */
	listed: boolean;
};

/** What people were told, newest first. */
export type Change = { at: Date; kind: 'corrected' | 'closed' | 'reopened'; note: string };

/** For the public: published, and not put away unlisted. Anything else is answered like an address nobody has. */
export async function findPublicCall(db: Db, slug: string): Promise<StandingCall | undefined> {
	const [row] = await db<
		StandingCall[]
	>`${standing(db)} where programme.slug = ${slug} and ${visibleToAll(db)}`;
	return row;
}

/** For staff: whatever was published once, put away or not. */
export async function findPublishedCall(db: Db, slug: string): Promise<StandingCall | undefined> {
	const [row] = await db<StandingCall[]>`${standing(db)} where programme.slug = ${slug}`;
	return row;
}

export function listPublicCalls(db: Db): Promise<StandingCall[]> {
	return db<StandingCall[]>`
		${standing(db)} where ${visibleToAll(db)} order by version.closes_at desc, programme.slug`;
}

/** Whatever became of it since it was published: for applications, which outlive the public page. */
export async function findCall(db: Db, id: string): Promise<StandingCall | undefined> {
	const [row] = await db<StandingCall[]>`${standing(db)} where call.id = ${id}`;
	return row;
}

/** Holds the call as it is until the transaction ends: nobody closes or moves it while something is being sent. */
export async function holdCall(db: Db, id: string): Promise<StandingCall | undefined> {
	await db`select 1 from programmes.call where id = ${id} for share`;
	return findCall(db, id);
}

/** Nobody else decides about this call, moves its panel on, or releases it, until the transaction ends. */
export async function lockCall(db: Db, id: string): Promise<void> {
	await db`select 1 from programmes.call where id = ${id} for update`;
}

export function listChanges(db: Db, id: string): Promise<Change[]> {
	return db<Change[]>`select at, kind, note from (${changes(db)}) change where call = ${id} order by at desc`;
}

/** The changes of several calls, by the id of their call. */
export async function listChangesOf(db: Db, ids: readonly string[]): Promise<Map<string, Change[]>> {
	const rows = await db<(Change & { call: string })[]>`
		select call, at, kind, note from (${changes(db)}) change where call = any(${ids}::uuid[]) order by at desc`;
	return new Map(
		[...Map.groupBy(rows, ({ call }) => call)].map(([id, all]) => [
			id,
			all.map(({ at, kind, note }) => ({ at, kind, note }))
		])
	);
}

function changes(db: Db) {
	return db`
		select call, published_at as at, 'corrected' as kind, note from programmes.version where note is not null
		union all select call, closed_at, 'closed', note from programmes.closure
		union all select call, reopened_at, 'reopened', reopen_note from programmes.closure where reopened_at is not null`;
}

function standing(db: Db) {
	return db`
		select
			call.id, programme.slug, version.zone, version.opens_at, version.closes_at, version.decisions_by,
			version.runs_from, version.runs_to, version.content, version.number as version,
			(select first.published_at from programmes.version first where first.call = call.id and first.number = 1) as published_at,
			closure.closed_at, archival.archived_at, coalesce(archival.listed, true) as listed,
			call.sequence, call.changed_at, call.form, released.numbers, released.reasons, released.at as released_at
		from programmes.call
		join programmes.programme on programme.id = call.programme
		join programmes.version on version.call = call.id
			and version.number = (select max(latest.number) from programmes.version latest where latest.call = call.id)
		left join programmes.closure on closure.call = call.id and closure.reopened_at is null
		left join programmes.archival on archival.call = call.id and archival.restored_at is null
		left join lateral (
			select numbers, reasons, at from programmes.release where release.call = call.id order by number desc limit 1
		) released on true`;
}

function visibleToAll(db: Db) {
	return db`coalesce(archival.listed, true)`;
}
