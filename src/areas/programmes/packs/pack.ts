/** When what happened to a pack. */
export type PackTimes = {
	askedAt: Date;
	begunAt: Date | null;
	stirredAt: Date | null;
	readyAt: Date | null;
	failedAt: Date | null;
	cancelledAt: Date | null;
};

/** Over: its hour has passed, and nothing of it is kept. */
export type PackState = 'waiting' | 'making' | 'ready' | 'failed' | 'cancelled' | 'over';

export const minutesKept = 60;
const minute = 60_000;
/** A job that says nothing for so long has stopped with its server; one that nobody takes up waits no longer than this. */
const patience = { making: 2 * minute, waiting: 10 * minute };

export function stateOf(pack: PackTimes, now: Date): PackState {
	if (keptUntil(pack) <= now) return 'over';
	if (pack.cancelledAt) return 'cancelled';
	if (pack.readyAt) return 'ready';
	if (pack.failedAt) return 'failed';
	const since = pack.stirredAt ?? pack.askedAt;
	const most = pack.begunAt ? patience.making : patience.waiting;
	if (now.getTime() - since.getTime() > most) return 'failed';
	return pack.begunAt ? 'making' : 'waiting';
}

/** An hour after it was ready, or after it came to nothing. */
export function keptUntil({ askedAt, stirredAt, readyAt, failedAt, cancelledAt }: PackTimes): Date {
	const from = readyAt ?? failedAt ?? cancelledAt ?? stirredAt ?? askedAt;
	return new Date(from.getTime() + minutesKept * minute);
}
