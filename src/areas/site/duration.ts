import * as m from '#words';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "20 minutes", "12 hours", "14 days", from milliseconds: in the largest unit that says it exactly. */
export function durationOf(milliseconds: number): string {
	if (milliseconds % day === 0) return m.site_days({ count: milliseconds / day });
	if (milliseconds % hour === 0) return m.site_hours({ count: milliseconds / hour });
	return m.site_minutes({ count: Math.ceil(milliseconds / minute) });
}
