import * as v from 'valibot';
import { clean } from '#shared/fields';
import { clockChangeAt, instantOf, isZone } from '#shared/dates';
import type { CallDates } from './call-gaps.ts';
import { readClock, readDay, type DateParts } from '#shared/written-date';

/*
 * Dates as people write them (day, month, year, time, on the wall of a zone) become one instant each. A form sends
 * parts, a file sends "2024-03-11T12:00:00".
 */

const Parts = v.object({
	day: v.optional(v.string(), ''),
	month: v.optional(v.string(), ''),
	year: v.optional(v.string(), ''),
	time: v.optional(v.string(), '')
});

const Written = v.pipe(
	v.union([Parts, v.string()], 'wrong-kind'),
	v.transform((value): DateParts => (typeof value === 'string' ? partsOf(clean(value)) : trimmed(value)))
);

/** "2024-03-11T12:00", or null when nothing was written. */
const LocalTime = v.optional(
	v.nullable(
		v.pipe(
			Written,
			v.check((parts) => isBlank(parts) || readDay(parts) !== undefined, 'not-a-date'),
			v.check((parts) => isBlank(parts) || parts.time !== '', 'time-missing'),
			v.check((parts) => isBlank(parts) || readClock(parts.time) !== undefined, 'not-a-time'),
			v.transform((parts) => (isBlank(parts) ? null : `${readDay(parts)}T${readClock(parts.time)}`))
		)
	),
	null
);

/** "2024-03-29", or null when nothing was written. */
const Day = v.optional(
	v.nullable(
		v.pipe(
			Written,
			v.check((parts) => isBlank(parts) || readDay(parts) !== undefined, 'not-a-date'),
			v.transform((parts) => (isBlank(parts) ? null : readDay(parts)!))
		)
	),
	null
);

const entries = {
	zone: v.pipe(v.string('wrong-kind'), v.trim(), v.nonEmpty('missing'), v.check(isZone, 'not-a-zone')),
	opens: LocalTime,
	closes: LocalTime,
	decisionsBy: Day,
	runsFrom: Day,
	runsTo: Day
};

type Local = { zone: string; opens: string | null; closes: string | null };

/** As the desk asks for them: a time that the clocks skip is sent back, since nobody could keep it. */
export const WrittenDates = v.pipe(
	v.object(entries),
	v.forward(v.partialCheck([['opens'], ['zone']], notSkipped('opens'), 'time-skipped'), ['opens']),
	v.forward(v.partialCheck([['closes'], ['zone']], notSkipped('closes'), 'time-skipped'), ['closes']),
	v.forward(
		v.partialCheck(
			[['opens'], ['closes'], ['zone']],
			({ opens, closes, zone }) => !opens || !closes || instantOf(opens, zone) < instantOf(closes, zone),
			'closes-before-it-opens'
		),
		['closes']
	),
	v.forward(
		v.partialCheck(
			[['runsFrom'], ['runsTo']],
			({ runsFrom, runsTo }) => !runsFrom || !runsTo || runsFrom <= runsTo,
			'ends-before-it-begins'
		),
		['runsTo']
	),
	v.transform(toInstants)
);

function notSkipped(field: 'opens' | 'closes') {
	return (local: Partial<Local>) =>
		!local[field] || !local.zone || clockChangeAt(local[field], local.zone) !== 'skipped';
}

function toInstants({
	zone,
	opens,
	closes,
	...days
}: Local & Omit<CallDates, 'opensAt' | 'closesAt' | 'zone'>): CallDates {
	return {
		zone,
		opensAt: opens ? instantOf(opens, zone) : null,
		closesAt: closes ? instantOf(closes, zone) : null,
		...days
	};
}

function partsOf(written: string): DateParts {
	const [, year = '', month = '', day = '', time = ''] =
		/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?$/.exec(written) ?? [];
	return written !== '' && year === '' ? { day: written, month, year, time } : { day, month, year, time };
}

function trimmed(parts: DateParts): DateParts {
	return {
		day: clean(parts.day),
		month: clean(parts.month),
		year: clean(parts.year),
		time: clean(parts.time)
	};
}

function isBlank({ day, month, year, time }: DateParts): boolean {
	return day + month + year + time === '';
}
