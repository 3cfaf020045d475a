import * as v from 'valibot';
import { clean, neededText } from '#shared/fields';
import { locales } from '#words/addresses';
import { BeginExpression, ByReference } from './expression.schema.ts';
import { readClock, readDay } from '#shared/written-date';

const Part = v.optional(v.pipe(v.string('wrong-kind'), v.transform(clean)), '');

/** A day and a time, as people write them, on the wall of the call's zone: "2026-03-12T12:00". */
export const WallTime = v.pipe(
	v.object({ day: Part, month: Part, year: Part, time: Part }, 'missing'),
	v.check(({ day, month, year }) => day + month + year !== '', 'missing'),
	v.check((parts) => readDay(parts) !== undefined, 'not-a-date'),
	v.check(({ time }) => readClock(time) !== undefined, 'not-a-time'),
	v.transform((parts) => `${readDay(parts)}T${readClock(parts.time)}`)
);

/** An application as one of a call: the address of both. */
export const InCall = v.object({ ...ByReference.entries, slug: BeginExpression.entries.slug });

export const ExtendDeadline = v.object({
	...ByReference.entries,
	slug: v.optional(BeginExpression.entries.slug),
	until: WallTime,
	why: neededText(2000)
});

export const TypeUpExpression = v.object({
	slug: BeginExpression.entries.slug,
	/** `unsaid`: the paper leaves it open. */
	met: v.array(v.optional(v.picklist(['yes', 'no', 'unsaid'], 'not-an-option'))),
	/** In which letters to the applicant are written. */
	language: v.optional(v.picklist(locales, 'not-an-option')),
	from: v.picklist(['paper', 'telephone'], 'missing'),
	/** When it reached us: that is what its deadline is judged by. */
	received: WallTime
});

export const NameArranger = v.object({
	slug: BeginExpression.entries.slug,
	person: v.pipe(v.string('missing'), v.uuid('wrong-kind')),
	/** How applicants are told who it is: a name and a part. */
	shownAs: neededText(160),
	until: v.optional(v.nullable(WallTime), null)
});
