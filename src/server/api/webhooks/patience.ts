const minute = 60_000;
const hour = 60 * minute;
/** How long after each try that failed the next one is: three days in all. */
const waits = [
	minute,
	5 * minute,
	30 * minute,
	2 * hour,
	5 * hour,
	10 * hour,
	14 * hour,
	20 * hour,
	20 * hour
];

/** When it is tried again. Null: it is given up. */
export function tryAgainAt(tries: number, now: Date): Date | null {
	const wait = waits[tries - 1];
	return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** 2xx: it arrived. 410 (Gone): the other end wants no more. */
export function outcomeOf(heard: { status: number } | { trouble: string }): 'arrived' | 'unwanted' | 'again' {
	if (!('status' in heard)) return 'again';
	if (heard.status === 410) return 'unwanted';
	return heard.status >= 200 && heard.status < 300 ? 'arrived' : 'again';
}
