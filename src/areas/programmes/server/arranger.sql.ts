import type { Db } from '#server/db';

/** How those who arrange access are named to applicants. */
export async function listArrangers(db: Db, call: string, now: Date): Promise<string[]> {
	const rows = await db<{ shownAs: string }[]>`
		select shown_as from programmes.arranger
		where call = ${call} and (until is null or until > ${now}) order by shown_as`;
	return rows.map((row) => row.shownAs);
}

export type ArrangerRow = {
	person: string;
	shownAs: string;
	until: Date | null;
	namedAt: Date;
	namedBy: string;
};

/** Everybody named, those too whose time is over. */
export function allArrangers(db: Db, call: string): Promise<ArrangerRow[]> {
	return db<ArrangerRow[]>`
		select person, shown_as, until, named_at, named_by from programmes.arranger
		where call = ${call} order by shown_as, person`;
}

export async function isArranger(db: Db, call: string, person: string, now: Date): Promise<boolean> {
	const rows = await db`
		select 1 from programmes.arranger
		where call = ${call} and person = ${person} and (until is null or until > ${now})`;
	return rows.length > 0;
}

type Arranger = { call: string; person: string; shownAs: string; until: Date | null; at: Date; by: string };

export async function saveArranger(
	db: Db,
	{ call, person, shownAs, until, at, by }: Arranger
): Promise<void> {
	await db`
		insert into programmes.arranger (call, person, shown_as, until, named_at, named_by)
		values (${call}, ${person}, ${shownAs}, ${until}, ${at}, ${by})
		on conflict (call, person) do update
		set shown_as = excluded.shown_as, until = excluded.until, named_at = excluded.named_at, named_by = excluded.named_by`;
}

export async function deleteArranger(db: Db, call: string, person: string): Promise<boolean> {
	const rows = await db`
		delete from programmes.arranger where call = ${call} and person = ${person} returning 1`;
	return rows.length > 0;
}
