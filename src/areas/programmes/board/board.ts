/** When what happened to a solving. */
export type SolvingTimes = {
	askedAt: Date;
	begunAt: Date | null;
	stirredAt: Date | null;
	readyAt: Date | null;
	failedAt: Date | null;
	cancelledAt: Date | null;
};
export type SolvingState = 'waiting' | 'working' | 'ready' | 'failed' | 'cancelled';

const minute = 60_000;
/** A job that says nothing for so long has stopped with its server; one that nobody takes up waits no longer than this. */
const patience = { working: 5 * minute, waiting: 15 * minute };

export function stateOf(solving: SolvingTimes, now: Date): SolvingState {
	if (solving.cancelledAt) return 'cancelled';
	if (solving.readyAt) return 'ready';
	if (solving.failedAt) return 'failed';
	const since = solving.stirredAt ?? solving.askedAt;
	const most = solving.begunAt ? patience.working : patience.waiting;
	if (now.getTime() - since.getTime() > most) return 'failed';
	return solving.begunAt ? 'working' : 'waiting';
}

export type Voices = { yes: number; no: number; chairSays: boolean | null };

/** Whether the panel may take a cohort: enough of them spoke, and more are for it; where both are equal, what the chair says, if the call lets them. */
export function verdictOf(
	{ yes, no, chairSays }: Voices,
	{ quorum, breaksTies }: { quorum: number; breaksTies: boolean }
): 'taken' | 'too-few' | 'against' {
	if (yes + no < quorum) return 'too-few';
	if (yes > no) return 'taken';
	return yes === no && breaksTies && chairSays === true ? 'taken' : 'against';
}
