import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { readDay } from '#shared/written-date';
import { BeginExpression } from '../expression.schema.ts';
import { readReference } from '../reference.ts';

const Part = v.optional(v.pipe(v.string('wrong-kind'), v.trim()), '');
/** A day of the calendar, as people write it in three boxes: "2026-03-11". */
const Day = v.pipe(
	v.object({ day: Part, month: Part, year: Part }, 'missing'),
	v.check(({ day, month, year }) => day + month + year !== '', 'missing'),
	v.check((parts) => readDay({ ...parts, time: '' }) !== undefined, 'not-a-date'),
	v.transform((parts) => readDay({ ...parts, time: '' })!)
);

/** What somebody can say of theirs: its reference, or an address or a number in it. */
type About = { by: 'reference' | 'email' | 'telephone'; said: string };

/** Undefined: neither an address nor a number, and no reference looks like that. */
function aboutOf(text: string): About | undefined {
	if (text.includes('@')) return { by: 'email', said: text };
	const reference = readReference(text);
	if (reference) return { by: 'reference', said: reference };
	const isNumber = /^[\d\s+()./-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 9;
	return isNumber ? { by: 'telephone', said: text } : undefined;
}

const About = v.pipe(
	v.string('missing'),
	v.trim(),
	v.nonEmpty('missing'),
	v.maxLength(320, 'too-long'),
	v.check((text) => aboutOf(text) !== undefined, 'wrong-kind'),
	v.transform((text) => aboutOf(text)!)
);

export const NewRequest = v.object({
	slug: BeginExpression.entries.slug,
	kind: v.picklist(['copy', 'delete'], 'missing'),
	about: About,
	came: Day,
	identity: neededText(2000)
});

export const OneRequest = v.object({
	slug: BeginExpression.entries.slug,
	id: v.pipe(v.string(), v.uuid())
});
export const RefusedRequest = v.object({ ...OneRequest.entries, refused: neededText(2000) });
