import type { Clock } from './clock.ts';
import { dayOf, type CivilDate } from './day.ts';

/**
 * Where a case stands on a day, which is handed in: in Europe/London for the laws of the United Kingdom. An answer may
 * come until the end of the due day. Only `late` says that the law was broken, or the guidance missed.
 */
export type Standing = {
	readonly is: 'running' | 'due-today' | 'late-arguably' | 'late' | 'waiting' | 'unknown' | 'nothing-due';
	/** Whole days until the due day; below nought when it is over. */
	readonly daysLeft: number | null;
};

export function standingOn(today: CivilDate, { due, latestArguable, waiting, cannotTell }: Clock): Standing {
	if (due === null)
		return { is: cannotTell ? 'unknown' : waiting ? 'waiting' : 'nothing-due', daysLeft: null };
	const daysLeft = dayOf(due) - dayOf(today);
	if (daysLeft > 0) return { is: 'running', daysLeft };
	if (daysLeft === 0) return { is: 'due-today', daysLeft };
	const isArguable = latestArguable === null || today <= latestArguable;
	return { is: isArguable ? 'late-arguably' : 'late', daysLeft };
}
