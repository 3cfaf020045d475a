import * as v from 'valibot';
import { readReference } from './reference.ts';

/** A reference in anybody's spelling. What cannot be one is answered like one that nobody has. */
export const Reference = v.pipe(
	v.string('missing'),
	v.maxLength(40, 'wrong-kind'),
	v.transform(readReference),
	v.string('wrong-kind')
);
export const ByReference = v.object({ reference: Reference });

export const BeginExpression = v.object({
	slug: v.pipe(v.string(), v.maxLength(200)),
	/** Whether each thing that the call asks for is met, in its order. */
	met: v.array(v.optional(v.picklist(['yes', 'no'], 'not-an-option'))),
	/** They have read that something is not met, and go on. */
	anyway: v.optional(v.string())
});

/** The fields of one page as they were posted; the form says what they mean. */
export const SaveAnswers = v.object({
	...ByReference.entries,
	page: v.pipe(v.string(), v.maxLength(80)),
	fields: v.record(v.string(), v.unknown()),
	/** list: saved and left for later. stay: saved while somebody types. */
	then: v.optional(v.picklist(['list', 'stay'], 'not-an-option'))
});

const Ticked = v.optional(
	v.pipe(
		v.string('wrong-kind'),
		v.transform((value) => value === 'yes')
	)
);
export const SendExpression = v.object({ ...ByReference.entries, copy: Ticked });
export const SureOf = v.object({ ...ByReference.entries, sure: Ticked });

export const ReturnCode = v.object({
	code: v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(300, 'too-long'))
});
