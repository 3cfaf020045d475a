import type { Db } from '#server/db';
import { expressions, type ExpressionRow } from '../../server/expression.sql.ts';
import type { SeatRow } from './seat.sql.ts';

/** Everything of a call in which a tie may be found: sent, and there still. */
export function listReadyFor(db: Db, call: string): Promise<ExpressionRow[]> {
	return db<ExpressionRow[]>`
		${expressions(db)}
		where expression.call = ${call} and submission.at is not null and expression.erased_at is null
			and withdrawal.expression is null`;
}

/** Everybody who has said whom they are tied to. */
export function listDeclaredSeats(db: Db, call: string): Promise<SeatRow[]> {
	return db<SeatRow[]>`
		select id, call, person, part, languages, most, invited_at, accepted_at, declined_at, declared_at
		from programmes.seat where call = ${call} and ended_at is null and declared_at is not null`;
}
