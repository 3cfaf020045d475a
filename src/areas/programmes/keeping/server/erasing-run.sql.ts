import type { Db } from '#server/db';

export type WhyRun = 'due' | 'request' | 'restored' | 'early';
export type Line = { call: string; why: string; sent: boolean; count: number; question: string };
export type RunRow = {
	id: string;
	at: Date;
	by: string | null;
	why: WhyRun;
	reason: string | null;
	lines: Line[];
};
export type NewRun = Pick<RunRow, 'by' | 'why'> & { reason?: string };

export async function insertRun(
	db: Db,
	{ at, by, why, reason, lines }: NewRun & { at: Date; lines: readonly Line[] }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.erasing (at, by, why, reason) values (${at}, ${by}, ${why}, ${reason ?? null}) returning id`;
	for (const { call, why: reason, sent, count, question } of lines)
		await db`
			insert into programmes.erased (erasing, call, why, sent, count, question)
			values (${row!.id}, ${call}, ${reason}, ${sent}, ${count}, ${question})`;
	return row!.id;
}

/** The latest that deleted something of a call, with what they deleted of it; or one of them. */
export function listRuns(db: Db, call: string, limit: number, one?: string): Promise<RunRow[]> {
	return db<RunRow[]>`
		select erasing.id, erasing.at, erasing.by, erasing.why, erasing.reason,
			json_agg(json_build_object('call', erased.call, 'why', erased.why, 'sent', erased.sent, 'count', erased.count,
				'question', erased.question) order by erased.why, erased.sent, erased.question) as lines
		from programmes.erasing join programmes.erased on erased.erasing = erasing.id
		where erased.call = ${call} ${one ? db`and erasing.id = ${one}` : db``}
		group by erasing.id order by erasing.at desc, erasing.id limit ${limit}`;
}

/** Ids of what was deleted: they lead to husks and to nobody. */
export function listHusks(db: Db): Promise<{ expression: string; at: Date; why: string }[]> {
	return db<{ expression: string; at: Date; why: string }[]>`
		select id as expression, erased_at as at, erased_why as why
		from programmes.expression where erased_at is not null order by erased_at, id`;
}
