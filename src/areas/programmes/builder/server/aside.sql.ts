import type { Db } from '#server/db';

/** A finding that somebody decided to leave as it is. `about` marks the question as it was then. */
export type AsideRow = {
	question: string;
	code: string;
	about: string;
	reason: string;
	setAt: Date;
	setBy: string | null;
};

export function listAsides(db: Db, call: string): Promise<AsideRow[]> {
	return db<AsideRow[]>`
		select question, code, about, reason, set_at, set_by from programmes.finding_aside where call = ${call}`;
}

export async function setAsideRow(db: Db, call: string, row: AsideRow): Promise<void> {
	await db`
		insert into programmes.finding_aside (call, question, code, about, reason, set_at, set_by)
		values (${call}, ${row.question}, ${row.code}, ${row.about}, ${row.reason}, ${row.setAt}, ${row.setBy})
		on conflict (call, question, code) do update set about = excluded.about, reason = excluded.reason,
			set_at = excluded.set_at, set_by = excluded.set_by`;
}

export async function deleteAside(
	db: Db,
	call: string,
	{ question, code }: { question: string; code: string }
): Promise<void> {
	await db`delete from programmes.finding_aside where call = ${call} and question = ${question} and code = ${code}`;
}
