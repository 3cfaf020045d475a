import * as v from 'valibot';
import { scopes } from '../scopes.ts';

/** A box that is alone in a form comes as one text, several as a list. */
const Several = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((given) => [given].flat())
);

export const lastingDays = [30, 90, 365] as const;

export const NewToken = v.object({
	name: v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(100, 'too-long')),
	scopes: v.pipe(
		Several,
		v.array(v.picklist(scopes, 'not-an-option'), 'wrong-kind'),
		v.minLength(1, 'missing'),
		v.transform((given) => scopes.filter((scope) => given.includes(scope)))
	),
	days: v.pipe(v.optional(v.string(), '90'), v.transform(Number), v.picklist(lastingDays, 'not-an-option'))
});
