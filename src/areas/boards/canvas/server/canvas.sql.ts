import type { Db } from '#server/db';
import type { Box } from '../../boxes.ts';
import type { BoardRow } from '../../server/board.sql.ts';
import type { Agreement } from '../progress.ts';

/** The canvas of a campaign: the first that was made and is not put away. */
export async function findCanvas(db: Db, campaign: string): Promise<BoardRow | undefined> {
	const [row] = await db<BoardRow[]>`
		select * from boards.board
		where campaign = ${campaign} and template ->> 'key' = 'canvas' and put_away_at is null
		order by number limit 1`;
	return row;
}

/** The last change in each lane of a board: of a note that stands there, came, or went. */
export async function lastChanges(db: Db, board: string): Promise<Map<string, string>> {
	const rows = await db<{ lane: string; change: string }[]>`
		with moves as (
			select change, content ->> 'lane' as lane,
				lag(content ->> 'lane') over (partition by note order by change) as before
			from boards.state where board = ${board})
		select lane, max(change) as change
		from (select lane, change from moves union all select before, change from moves) touched
		where lane is not null group by lane`;
	return new Map(rows.map(({ lane, change }) => [lane, change]));
}

export function listAgreements(db: Db, board: string): Promise<Agreement[]> {
	return db<Agreement[]>`
		select box, change, at, by from boards.agreement where board = ${board} and ended_at is null`;
}

type Ending = { board: string; box: Box; at: Date; by: string | null };

/** False where there was none. */
export async function endAgreement(db: Db, { board, box, at, by }: Ending): Promise<boolean> {
	const rows = await db`
		update boards.agreement set ended_at = ${at}, ended_by = ${by}
		where board = ${board} and box = ${box} and ended_at is null returning 1`;
	return rows.length > 0;
}

export async function insertAgreement(
	db: Db,
	board: string,
	{ box, change, at, by }: Agreement
): Promise<void> {
	await db`
		insert into boards.agreement (board, box, change, at, by) values (${board}, ${box}, ${change}, ${at}, ${by})`;
}
