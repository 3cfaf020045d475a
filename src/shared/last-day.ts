import * as v from 'valibot';
import { dayOf, daysAfter, homeZone, instantOf } from './dates.ts';
import { readDay } from './written-date.ts';

const Box = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20, 'not-a-date')), '');

/** Three boxes for the last day of something; all empty when it goes on. It ends as that day does. */
export const LastDay = v.pipe(
	v.object({ day: Box, month: Box, year: Box }),
	v.transform((parts) => {
		if (!parts.day && !parts.month && !parts.year) return null;
		const day = readDay({ ...parts, time: '' });
		return day && daysAfter(instantOf(`${day}T00:00`, homeZone), 1, homeZone);
	}),
	v.custom<Date | null>((until) => until !== undefined, 'not-a-date')
);

/** The last day ("2024-03-11") of what ends as a day does. */
export function lastDayOf(until: Date): string {
	return dayOf(new Date(until.getTime() - 1), homeZone);
}
