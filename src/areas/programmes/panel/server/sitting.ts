import { standing } from '#server/identity';
import type { Db } from '#server/db';
import type { Context } from '#server/use-case';
import { asideOf } from '../../spam/server/aside.sql.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import type { ChairPower } from '../../terms/terms.schema.ts';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { areNamesShown, phaseAt, shownIn, type Phase, type Shown } from '../phases.ts';
import { isKeptFrom, isRecused } from './conflict.sql.ts';
import { listPhases } from './phase.sql.ts';
import { findSeat, listSeats, type SeatRow } from './seat.sql.ts';

/** Somebody on the panel of one call, at this moment: all that decides what they see and may do. */
export type Sitting = {
	seat: SeatRow;
	call: StandingCall;
	phase: Phase | null;
	/** What the phase shows. Nothing, until they have taken the seat and said whom they are tied to. */
	shown: Shown;
	names: boolean;
	/** A conflict keeps them from the whole stage of selection. */
	isRecused: boolean;
	/** The chair; the deputy, where a conflict keeps the chair out. */
	isActingChair: boolean;
	/** What the call's terms leave to the chair: for whoever acts as one and has said whom they are tied to. */
	powers: readonly ChairPower[];
};

/** Undefined: no seat, or one that was not taken; or a second factor is owed. */
export async function sittingOf(context: Context, call: StandingCall): Promise<Sitting | undefined> {
	const seat = await seatOf(context, call.id);
	if (!seat?.acceptedAt) return undefined;
	const phase = phaseAt(await listPhases(context.db, call.id), context.now);
	const recused = await isRecused(context.db, seat);
	const isActingChair = await actsAsChair(context.db, seat);
	const { namesFrom, chair } = await findTerms(context, call.id);
	return {
		seat,
		call,
		phase,
		shown: shownIn(seat.declaredAt ? phase : null),
		names: areNamesShown(namesFrom, phase),
		isRecused: recused,
		isActingChair,
		powers: isActingChair && seat.declaredAt ? chair : []
	};
}

/** For use cases that begin from an address: `on: sittingAt`. */
export async function sittingAt(context: Context, { slug }: { slug: string }): Promise<Sitting | undefined> {
	const call = await findPublishedCall(context.db, slug);
	return call && sittingOf(context, call);
}

/** The seat that the actor holds or is asked to take. Whoever has a second factor gave it. */
export async function seatOf(context: Context, call: string): Promise<SeatRow | undefined> {
	const { db, actor } = context;
	if (actor.kind !== 'person' || actor.through !== undefined) return undefined;
	if (actor.assurance < 2 && (await standing(context, actor.id))?.guarded) return undefined;
	return findSeat(db, call, actor.id);
}

async function actsAsChair(db: Db, seat: SeatRow): Promise<boolean> {
	return seat.part !== 'panellist' && (await actingChairOf(db, seat.call))?.id === seat.id;
}

/** The chair; where they have not taken their seat, or a conflict keeps them out, the deputy. */
export async function actingChairOf(db: Db, call: string): Promise<SeatRow | undefined> {
	const seats = await listSeats(db, call);
	for (const asked of ['chair', 'deputy'] as const) {
		const seat = seats.find(({ part }) => part === asked);
		if (seat?.acceptedAt && !(await isRecused(db, seat))) return seat;
	}
	return undefined;
}

/**
 * Which expressions somebody on the panel may know of at all; every list and every count for them begins from it, beside
 * `expressionTables`. What is not among these does not exist for them: nobody counts, names or opens it.
 */
export function visibleToPanel(db: Db, { seat, shown }: Pick<Sitting, 'seat' | 'shown'>) {
	if (!shown.applications) return db`false`;
	return db`expression.call = ${seat.call} and expression.erased_at is null and withdrawal.expression is null
		and submission.at is not null and ${asideOf(db)} is null and ${isEligible(db)} and not ${isKeptFrom(db, seat.person)}`;
}

function isEligible(db: Db) {
	return db`exists (
		select from programmes.eligibility_check checked where checked.expression = expression.id and checked.is_eligible)`;
}
