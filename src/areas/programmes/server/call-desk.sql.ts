import { explainConstraint, type Db } from '#server/db';
import type { CallDates } from '../call-gaps.ts';
import type { CallContent } from '../call.schema.ts';

explainConstraint('one_programme_one_slug', 'address-taken');

/** The call as staff are writing it. */
export type Draft = CallDates & {
	id: string;
	slug: string;
	content: CallContent;
	edition: number;
	changedAt: Date;
	/** Null: the form that every call begins with. */
	form: string | null;
};

/** Held until the transaction ends, so that two acts on one call follow one another. */
export async function lockDraft(db: Db, slug: string): Promise<Draft | undefined> {
	const [row] = await db<Draft[]>`${draft(db)} where programme.slug = ${slug} for update of call`;
	return row;
}

export async function findDraft(db: Db, slug: string): Promise<Draft | undefined> {
	const [row] = await db<Draft[]>`${draft(db)} where programme.slug = ${slug}`;
	return row;
}

export function listDrafts(db: Db): Promise<Draft[]> {
	return db<Draft[]>`${draft(db)} order by call.closes_at desc nulls first, programme.slug`;
}

export async function slugsLike(db: Db, slug: string): Promise<string[]> {
	const rows = await db<{ slug: string }[]>`
		select slug from programmes.programme where slug = ${slug} or slug ~ ${`^${slug}-[0-9]+$`}`;
	return rows.map((row) => row.slug);
}

export async function addProgramme(
	db: Db,
	{ slug, content, dates, now }: { slug: string; content: CallContent; dates: CallDates; now: Date }
): Promise<{ id: string; slug: string }> {
	const [row] = await db<{ id: string; slug: string }[]>`
		with programme as (
			insert into programmes.programme (slug, created_at) values (${slug}, ${now}) returning id
		)
		insert into programmes.call (programme, zone, opens_at, closes_at, decisions_by, runs_from, runs_to, content, changed_at)
		select id, ${dates.zone}, ${dates.opensAt}, ${dates.closesAt}, ${dates.decisionsBy}, ${dates.runsFrom},
			${dates.runsTo}, ${db.json(content)}, ${now}
		from programme returning id, ${slug} as slug`;
	return row!;
}

export async function saveContent(db: Db, id: string, content: CallContent): Promise<void> {
	await db`update programmes.call set content = ${db.json(content)}, edition = edition + 1 where id = ${id}`;
}

export async function saveDates(db: Db, id: string, dates: CallDates): Promise<void> {
	await db`
		update programmes.call set zone = ${dates.zone}, opens_at = ${dates.opensAt}, closes_at = ${dates.closesAt},
			decisions_by = ${dates.decisionsBy}, runs_from = ${dates.runsFrom}, runs_to = ${dates.runsTo},
			edition = edition + 1
		where id = ${id}`;
}

/** What happened to a call at one moment, by whom (null: the command line). */
export type Act = { call: string; now: Date; by: string | null };

export async function addVersion(
	db: Db,
	{ call, now, by }: Act,
	{ dates, content, note }: { dates: CallDates; content: CallContent; note: string | null }
): Promise<number> {
	const [row] = await db<{ number: number }[]>`
		insert into programmes.version (call, number, zone, opens_at, closes_at, decisions_by, runs_from, runs_to,
			content, note, published_at, published_by)
		select ${call}, coalesce(max(number), 0) + 1, ${dates.zone}, ${dates.opensAt}, ${dates.closesAt},
			${dates.decisionsBy}::date, ${dates.runsFrom}::date, ${dates.runsTo}::date, ${db.json(content)},
			${note}, ${now}, ${by}
		from programmes.version where call = ${call} returning number`;
	await markChanged(db, call, now);
	return row!.number;
}

export async function addClosure(db: Db, { call, now, by }: Act, note: string): Promise<void> {
	await db`insert into programmes.closure (call, closed_at, closed_by, note) values (${call}, ${now}, ${by}, ${note})`;
	await markChanged(db, call, now);
}

export async function endClosure(db: Db, { call, now, by }: Act, note: string): Promise<void> {
	await db`
		update programmes.closure set reopened_at = ${now}, reopened_by = ${by}, reopen_note = ${note}
		where call = ${call} and reopened_at is null`;
	await markChanged(db, call, now);
}

export async function addArchival(db: Db, { call, now, by }: Act, listed: boolean): Promise<void> {
	await db`insert into programmes.archival (call, archived_at, archived_by, listed) values (${call}, ${now}, ${by}, ${listed})`;
	await markChanged(db, call, now);
}

export async function endArchival(db: Db, { call, now, by }: Act): Promise<void> {
	await db`
		update programmes.archival set restored_at = ${now}, restored_by = ${by}
		where call = ${call} and restored_at is null`;
	await markChanged(db, call, now);
}

async function markChanged(db: Db, call: string, now: Date): Promise<void> {
	await db`update programmes.call set sequence = sequence + 1, edition = edition + 1, changed_at = ${now} where id = ${call}`;
}

function draft(db: Db) {
	return db`
		select call.id, programme.slug, call.zone, call.opens_at, call.closes_at, call.decisions_by, call.runs_from,
			call.runs_to, call.content, call.edition, call.changed_at, call.form
		from programmes.call join programmes.programme on programme.id = call.programme`;
}
