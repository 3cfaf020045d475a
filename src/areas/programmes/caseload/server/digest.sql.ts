import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { listTables, visibleTo } from '../../server/expression.sql.ts';
import type { Rhythm } from '../digest.schema.ts';

export async function findRhythm(db: Db, person: string): Promise<Rhythm | undefined> {
	const [row] = await db<{ rhythm: Rhythm }[]>`
		select rhythm from programmes.digest_choice where person = ${person}`;
	return row?.rhythm;
}

export async function saveRhythm(db: Db, person: string, rhythm: Rhythm, at: Date): Promise<void> {
	await db`
		insert into programmes.digest_choice (person, rhythm, chosen_at) values (${person}, ${rhythm}, ${at})
		on conflict (person) do update set rhythm = excluded.rhythm, chosen_at = excluded.chosen_at`;
}

/** When somebody was last written. */
export async function findLastDigest(db: Db, person: string): Promise<Date | undefined> {
	const [row] = await db<{ at: Date }[]>`
		select at from programmes.digest where person = ${person} order by day desc limit 1`;
	return row?.at;
}

/** False: somebody else is writing it, or has. */
export async function claimDigest(db: Db, person: string, at: Date): Promise<boolean> {
	const rows = await db`
		insert into programmes.digest (person, day, at) values (${person}, ${at.toISOString().slice(0, 10)}, ${at})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export type DigestRow = {
	slug: string;
	name: string;
	/** Sent since then. */
	fresh: number;
	/** Given to them since then. */
	given: number;
	/** Theirs in all. */
	mine: number;
	/** Nobody's. */
	nobodys: number;
};

/** Of what somebody may see, call by call; calls that are put away are left out. */
export function listForDigest(db: Db, actor: Actor, person: string, since: Date): Promise<DigestRow[]> {
	return db<DigestRow[]>`
		select programme.slug, call.content ->> 'name' as name,
			(count(*) filter (where submission.at >= ${since}))::int as fresh,
			(count(*) filter (where assignment.person = ${person} and assignment.since >= ${since}))::int as given,
			(count(*) filter (where assignment.person = ${person}))::int as mine,
			(count(*) filter (where assignment.person is null))::int as nobodys
		${listTables(db)}
		join programmes.call on call.id = expression.call
		join programmes.programme on programme.id = call.programme
		left join programmes.assignment on assignment.expression = expression.id
		where submission.at is not null and ${visibleTo(db, actor)}
			and not exists (select from programmes.archival where archival.call = call.id and archival.restored_at is null)
		group by programme.slug, call.content ->> 'name' order by 2, 1`;
}

/** Days that are long past, and the choices of people who do not work here any more. */
export async function forgetDigests(db: Db, before: Date, staff: readonly string[]): Promise<void> {
	await db`delete from programmes.digest where at < ${before}`;
	await db`delete from programmes.digest_choice where person <> all(${staff as string[]}::uuid[])`;
}
