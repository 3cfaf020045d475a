import type { Actor } from '#shared/actor';
import type { Boarder } from './boarder.ts';

type Held = { boarder: Boarder };

/** Those of the panel whom no conflict keeps out, in selection and release; and staff without one. */
export function whoChooses(actor: Actor, { boarder }: Held): boolean {
	return actor.kind === 'person' && actor.id === boarder.person && (boarder.isPanel || boarder.isStaff);
}

/** Of those, who sits on the panel: they have a voice. */
export function whoHasAVoice(actor: Actor, held: Held): boolean {
	return whoChooses(actor, held) && held.boarder.isPanel;
}

/** Of those, the acting chair, and staff. */
export function whoClosesTheBoard(actor: Actor, held: Held): boolean {
	return whoChooses(actor, held) && (held.boarder.isActingChair || held.boarder.isStaff);
}
