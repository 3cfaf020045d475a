import type { StandingRow, State } from './outbox.sql.ts';
import { templateCalled } from './templates.ts';

/** A letter as staff see it in a list. */
export type LetterSummary = {
	id: string;
	/** Nothing once it is forgotten. */
	to: string | null;
	called: string;
	state: State;
	queuedAt: Date;
	attempts: number;
	againAt: Date | null;
	reason: string | null;
};

export function summaryOf(row: StandingRow): LetterSummary {
	const { id, address, template, state, queuedAt, attempts, againAt, reason } = row;
	return { id, to: address, called: nameOf(template), state, queuedAt, attempts, againAt, reason };
}

/** What staff call letters of this template. */
export function nameOf(template: string): string {
	return templateCalled(template)?.called?.() ?? template;
}

/** What staff may do with a letter that stands there. */
export function stepsFrom({ state, address }: StandingRow, heldItself: boolean) {
	const waits = state === 'waiting' || state === 'later';
	return {
		hold: waits,
		release: state === 'held' && heldItself,
		sendAgain: address !== null && !waits && state !== 'held' && state !== 'sending',
		sendNow: state === 'later',
		markBounced: state === 'sent'
	};
}
export type Steps = ReturnType<typeof stepsFrom>;
