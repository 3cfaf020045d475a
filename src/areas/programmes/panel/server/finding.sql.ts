import type { Db } from '#server/db';
import type { SeatRow } from './seat.sql.ts';

/** Everything of a call in which a tie may be found: sent, and there still. */
export async function listReadyFor(db: Db, call: string): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select expression.id from programmes.expression
		join programmes.submission on submission.expression = expression.id
		left join programmes.withdrawal on withdrawal.expression = expression.id
		where expression.call = ${call} and expression.erased_at is null and withdrawal.expression is null`;
	return rows.map(({ id }) => id);
}

/** Everybody who has said whom they are tied to. */
export function listDeclaredSeats(db: Db, call: string): Promise<SeatRow[]> {
	return db<SeatRow[]>`
		select id, call, person, part, languages, most, invited_at, accepted_at, declined_at, declared_at
		from programmes.seat where call = ${call} and ended_at is null and declared_at is not null`;
}
