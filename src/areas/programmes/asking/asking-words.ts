import * as m from '#words';
import type { ReopeningState } from './asking.ts';

/** Where a request for more stands, as staff are told it. */
export const stateNames: Record<ReopeningState, () => string> = {
	open: m.sorting_asked_open,
	answered: m.sorting_asked_answered,
	cannot: m.sorting_asked_cannot,
	withdrawn: m.sorting_asked_withdrawn,
	over: m.sorting_asked_over
};

export const stateLooks = {
	open: 'loud',
	answered: 'good',
	cannot: 'solid',
	withdrawn: 'quiet',
	over: 'plain'
} as const;
