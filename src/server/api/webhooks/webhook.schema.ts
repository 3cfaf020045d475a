import * as v from 'valibot';

/** What an address can be told: the events whose details are ids, of things that staff may know of. */
export const toldOf = [
	'call.published',
	'call.corrected',
	'call.deadline-moved',
	'call.closed',
	'expression.submitted',
	'expression.withdrawn',
	'expression.erased',
	'note.written'
] as const;
export type Told = (typeof toldOf)[number];

const Several = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((given) => [given].flat())
);

export const NewWebhook = v.object({
	url: v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(2000, 'too-long')),
	events: v.pipe(
		Several,
		v.array(v.picklist(toldOf, 'not-an-option'), 'wrong-kind'),
		v.minLength(1, 'missing'),
		v.transform((given) => toldOf.filter((event) => given.includes(event)))
	)
});
