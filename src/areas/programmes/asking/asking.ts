/** Named questions of one sent application that staff opened again, as time sees them. */
export type ReopeningTimes = { until: Date; ended: ReopeningEnd | null };
export type ReopeningEnd = { how: 'answered' | 'cannot' | 'withdrawn'; words: string | null; at: Date };

/** `over`: its instant came, and nobody had said that it is done. */
export type ReopeningState = 'open' | ReopeningEnd['how'] | 'over';

export function reopeningState({ until, ended }: ReopeningTimes, now: Date): ReopeningState {
	if (ended) return ended.how;
	return now < until ? 'open' : 'over';
}

/** The last instant at which an answer is taken is the one before `until`; there is no grace, since it is one person's own. */
export function mayAnswerMore(reopening: ReopeningTimes, now: Date): boolean {
	return reopeningState(reopening, now) === 'open';
}

/** The most questions that one request names: more is another application. */
export const mostReopened = 20;
