import type { Actor } from '#shared/actor';
import { staff } from '#server/use-case';
import type { SeatRow } from './seat.sql.ts';
import type { Sitting } from './sitting.ts';

/** Whoever was asked to take the seat. */
export function invitedToPanel(actor: Actor, { seat }: { seat: SeatRow }): boolean {
	return actor.kind === 'person' && actor.id === seat.person;
}

/** Somebody who took a seat on the panel of the call. */
export function panellist(actor: Actor, { seat }: Pick<Sitting, 'seat'>): boolean {
	return invitedToPanel(actor, { seat }) && seat.acceptedAt !== null;
}

/** The same, and no conflict keeps them from the expression: one that does is not found at all. */
export function unconflictedPanellist(actor: Actor, sitting: Sitting): boolean {
	return panellist(actor, sitting) && sitting.shown.applications;
}

/** Who takes part in choosing: nobody whom a conflict keeps from any application of the call. */
export function chooser(actor: Actor, sitting: Sitting): boolean {
	return panellist(actor, sitting) && sitting.shown.board && !sitting.isRecused;
}

/** The chair, or the deputy where a conflict keeps the chair out. */
export function actingChair(actor: Actor, sitting: Sitting): boolean {
	return panellist(actor, sitting) && sitting.isActingChair;
}

/** The acting chair of a call whose terms leave it to the chair when the panel goes on. */
export function phaseEnder(actor: Actor, sitting: Sitting): boolean {
	return actingChair(actor, sitting) && sitting.powers.includes('ends-phases');
}

/** The acting chair of a call whose terms let the chair send the decisions; from the phase on in which they are seen. */
export function releasingChair(actor: Actor, sitting: Sitting): boolean {
	return actingChair(actor, sitting) && sitting.powers.includes('releases') && sitting.shown.decisions;
}

/** Staff, on a conflict of somebody else: nobody says of their own that it is none. */
export function staffForOthers(actor: Actor, { person }: { person: string }): boolean {
	return staff(actor) && actor.kind === 'person' && actor.id !== person;
}
