import { staff, type Context } from '#server/use-case';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { areNamesShown, phaseAt, shownIn, type Phase } from '../../panel/phases.ts';
import { isRecused } from '../../panel/server/conflict.sql.ts';
import { listPhases } from '../../panel/server/phase.sql.ts';
import { seatOf, sittingOf } from '../../panel/server/sitting.ts';
import type * as v from 'valibot';
import type { BySolving } from '../board.schema.ts';
import { findSolving, type SolvingRow } from './solving.sql.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import type { Terms } from '../../terms/terms.ts';

/** Somebody before the board of one call, at this moment. */
export type Boarder = {
	call: StandingCall;
	terms: Terms;
	person: string;
	phase: Phase | null;
	names: boolean;
	/** Sits on the panel, and so has a voice. */
	isPanel: boolean;
	isActingChair: boolean;
	isStaff: boolean;
};

/**
 * Undefined: no seat and no staff, not the phase, or a conflict with any application of the call keeps them from choosing
 * among all. Staff who sit on the panel are asked as panellists.
 */
export async function boarderAt(context: Context, { slug }: { slug: string }): Promise<Boarder | undefined> {
	const { db, actor, now } = context;
	const call = await findPublishedCall(db, slug);
	if (!call || actor.kind !== 'person') return undefined;
	const phase = phaseAt(await listPhases(db, call.id), now);
	if (!shownIn(phase).board || (await isRecused(db, { call: call.id, person: actor.id }))) return undefined;
	const sitting = await sittingOf(context, call);
	const isPanel = sitting?.shown.board === true;
	const isStaff = staff(actor) && !(await seatOf(context, call.id))?.acceptedAt;
	if (!isPanel && !isStaff) return undefined;
	const terms = await findTerms(context, call.id);
	return {
		call,
		terms,
		person: actor.id,
		phase,
		names: areNamesShown(terms.namesFrom, phase),
		isPanel,
		isActingChair: sitting?.isActingChair ?? false,
		isStaff
	};
}

/** While it is chosen: once decisions are sent, the board is only read. */
export async function choosingAt(context: Context, where: { slug: string }): Promise<Boarder | undefined> {
	const boarder = await boarderAt(context, where);
	return boarder?.phase === 'selection' ? boarder : undefined;
}

export async function solvingAt(
	context: Context,
	input: v.InferOutput<typeof BySolving>
): Promise<{ boarder: Boarder; solving: SolvingRow } | undefined> {
	const boarder = await choosingAt(context, input);
	const solving = boarder && (await findSolving(context.db, input.solving));
	return solving?.call === boarder?.call.id ? boarder && solving && { boarder, solving } : undefined;
}

export function held(boarder: Boarder | undefined): { boarder: Boarder } | undefined {
	return boarder && { boarder };
}
