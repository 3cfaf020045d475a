import type { Db } from '#server/db';

/** What staff have put on an expression, that many can be listed with. */
export type CaseRow = { tags: string[]; assigned: string | null };

export async function listCases(db: Db, ids: readonly string[]): Promise<Map<string, CaseRow>> {
	const rows = await db<(CaseRow & { id: string })[]>`
		select listed.id, assignment.person as assigned,
			array(select tag::text from programmes.tagging where tagging.expression = listed.id) as tags
		from unnest(${ids as string[]}::uuid[]) as listed (id)
		left join programmes.assignment on assignment.expression = listed.id`;
	return new Map(rows.map(({ id, ...row }) => [id, row]));
}
