import type { Db } from '#server/db';
import type { Locale } from '#words/addresses';
import type { Wording, Wordings } from '../host.ts';

export type HostRow = {
	name: string;
	contact: string | null;
	languages: Locale[];
	backupDays: number | null;
	edition: number;
};
export type LogoRow = { file: string; width: number; height: number; showsName: boolean };

export async function findHost(db: Db): Promise<HostRow | undefined> {
	const [row] = await db<HostRow[]>`select name, contact, languages, backup_days, edition from site.host`;
	return row;
}

export async function findWordings(db: Db): Promise<Wordings> {
	const rows = await db<
		(Wording & { locale: Locale })[]
	>`select locale, lead, about, foot, privacy from site.wording`;
	return Object.fromEntries(rows.map(({ locale, ...wording }) => [locale, wording]));
}

export async function findLogo(db: Db): Promise<LogoRow | undefined> {
	const [row] = await db<LogoRow[]>`select file, width, height, shows_name from site.logo`;
	return row;
}

/** Two editors take turns until the transaction ends. */
export async function holdHost(db: Db): Promise<HostRow | undefined> {
	await db`select pg_advisory_xact_lock(7252290)`;
	return findHost(db);
}

type NewWords = Pick<HostRow, 'name' | 'contact' | 'languages' | 'backupDays'>;

export async function saveHost(
	db: Db,
	{ name, contact, languages, backupDays }: NewWords,
	now: Date
): Promise<void> {
	await db`
		insert into site.host (name, contact, languages, backup_days, changed_at)
		values (${name}, ${contact}, ${languages}, ${backupDays}, ${now})
		on conflict (one) do update set name = excluded.name, contact = excluded.contact,
			languages = excluded.languages, backup_days = excluded.backup_days, changed_at = excluded.changed_at, edition = host.edition + 1`;
}

export async function saveWording(
	db: Db,
	locale: string,
	{ lead, about, foot, privacy }: Wording
): Promise<void> {
	await db`
		insert into site.wording (locale, lead, about, foot, privacy)
		values (${locale}, ${lead}, ${about}, ${foot}, ${privacy})
		on conflict (locale) do update set lead = excluded.lead, about = excluded.about, foot = excluded.foot,
			privacy = excluded.privacy`;
}

export async function findAccent(db: Db): Promise<string | null> {
	const [row] = await db<{ colour: string }[]>`select colour from site.accent`;
	return row?.colour ?? null;
}

export async function saveAccent(db: Db, colour: string): Promise<void> {
	await db`insert into site.accent (colour) values (${colour}) on conflict (one) do update set colour = excluded.colour`;
}

export async function deleteAccent(db: Db): Promise<void> {
	await db`delete from site.accent`;
}

export async function saveLogo(db: Db, { file, width, height, showsName }: LogoRow): Promise<void> {
	await db`
		insert into site.logo (file, width, height, shows_name) values (${file}, ${width}, ${height}, ${showsName})
		on conflict (one) do update set file = excluded.file, width = excluded.width, height = excluded.height,
			shows_name = excluded.shows_name`;
}

export async function deleteLogo(db: Db): Promise<void> {
	await db`delete from site.logo`;
}
