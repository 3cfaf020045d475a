import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { readDay } from '#shared/written-date';
import { BeginExpression, Reference } from '../expression.schema.ts';

const Part = v.optional(v.pipe(v.string('wrong-kind'), v.trim()), '');
/** A day of the calendar, as people write it in three boxes: "2026-03-11". */
const Day = v.pipe(
	v.object({ day: Part, month: Part, year: Part }, 'missing'),
	v.check(({ day, month, year }) => day + month + year !== '', 'missing'),
	v.check((parts) => readDay({ ...parts, time: '' }) !== undefined, 'not-a-date'),
	v.transform((parts) => readDay({ ...parts, time: '' })!)
);

export const NewRequest = v.object({
	slug: BeginExpression.entries.slug,
	kind: v.picklist(['copy', 'delete'], 'missing'),
	reference: v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), Reference),
	came: Day,
	identity: neededText(2000)
});

export const OneRequest = v.object({
	slug: BeginExpression.entries.slug,
	id: v.pipe(v.string(), v.uuid())
});
export const RefusedRequest = v.object({ ...OneRequest.entries, refused: neededText(2000) });
