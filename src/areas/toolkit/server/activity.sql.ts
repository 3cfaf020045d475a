import type { Db } from '#server/db';
import type { ActivityDraft } from '../activity.ts';

type Signed = { by: string | null; at: Date };

export type OwnRow = {
	id: string;
	slug: string;
	adaptedFrom: string | null;
	edition: number;
	content: ActivityDraft;
	at: Date;
	/** The edition that everybody may read; null while none is. */
	published: number | null;
	publishedAt: Date | null;
};

export type VersionRow = Signed & { edition: number; content: ActivityDraft };

/** Each with its newest version, and the one that is published. */
export function listOwn(db: Db): Promise<OwnRow[]> {
	return db<OwnRow[]>`${own(db)} order by activity.begun_at, activity.slug`;
}

export async function findOwn(db: Db, slug: string): Promise<OwnRow | undefined> {
	const [row] = await db<OwnRow[]>`${own(db)} where activity.slug = ${slug}`;
	return row;
}

/** Two editors take turns until the transaction ends. */
export async function holdOwn(db: Db, slug: string): Promise<OwnRow | undefined> {
	await db`select 1 from toolkit.activity where slug = ${slug} for update`;
	return findOwn(db, slug);
}

/** What everybody may read, the oldest first. */
export function listPublished(db: Db): Promise<{ slug: string; content: ActivityDraft }[]> {
	return db<{ slug: string; content: ActivityDraft }[]>`
		select activity.slug, version.content from toolkit.activity
		join lateral (${live(db)}) live on true
		join toolkit.version on version.activity = activity.id and version.edition = live.edition
		order by activity.begun_at, activity.slug`;
}

export async function listAddresses(db: Db): Promise<string[]> {
	const rows = await db<{ slug: string }[]>`select slug from toolkit.activity`;
	return rows.map(({ slug }) => slug);
}

export function listVersions(db: Db, activity: string): Promise<VersionRow[]> {
	return db<VersionRow[]>`
		select edition, content, at, by from toolkit.version where activity = ${activity} order by edition desc`;
}

export async function insertOwn(
	db: Db,
	{ slug, adaptedFrom, content, by, at }: Pick<OwnRow, 'slug' | 'adaptedFrom' | 'content'> & Signed
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into toolkit.activity (slug, adapted_from, begun_at, by)
		values (${slug}, ${adaptedFrom}, ${at}, ${by}) returning id`;
	await insertVersion(db, row!.id, { edition: 1, content, by, at });
	return row!.id;
}

export async function insertVersion(
	db: Db,
	activity: string,
	{ edition, content, by, at }: VersionRow
): Promise<void> {
	await db`
		insert into toolkit.version (activity, edition, content, at, by)
		values (${activity}, ${edition}, ${db.json(content as never)}, ${at}, ${by})`;
}

export async function insertPublication(
	db: Db,
	activity: string,
	{ edition, by, at }: Signed & { edition: number }
): Promise<void> {
	await db`
		insert into toolkit.publication (activity, edition, at, by)
		values (${activity}, ${edition}, ${at}, ${by})`;
}

/** Every publication of it that stands. */
export async function withdrawAll(db: Db, activity: string, { by, at }: Signed): Promise<void> {
	await db`
		insert into toolkit.withdrawal (publication, at, by)
		select id, ${at}, ${by}::uuid from toolkit.publication
		where activity = ${activity} and not exists (select 1 from toolkit.withdrawal where publication = publication.id)`;
}

export async function deleteOwn(db: Db, activity: string): Promise<void> {
	await db`delete from toolkit.activity where id = ${activity}`;
}

function own(db: Db) {
	return db`
		select activity.id, activity.slug, activity.adapted_from, version.edition, version.content, version.at,
			live.edition as published, live.at as published_at
		from toolkit.activity
		join lateral (
			select edition, content, at from toolkit.version where activity = activity.id order by edition desc limit 1
		) version on true
		left join lateral (${live(db)}) live on true`;
}

/** The newest publication of the activity beside it, unless it was withdrawn. */
function live(db: Db) {
	return db`
		select newest.edition, newest.at from (
			select * from toolkit.publication where publication.activity = activity.id
			order by publication.number desc limit 1
		) newest
		where not exists (select 1 from toolkit.withdrawal where withdrawal.publication = newest.id)`;
}
