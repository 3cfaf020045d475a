import * as v from 'valibot';
import { InCall } from '../expression-desk.schema.ts';
import { BeginExpression, Reference } from '../expression.schema.ts';
import { mostInGroup } from './groups.ts';

/** Which of the group are meant, and what they are. `stands`: which one, where they are one application. */
export const DecideOnGroup = v.object({
	...InCall.entries,
	member: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => [...new Set([given].flat())]),
		v.array(Reference),
		v.minLength(2, 'too-few'),
		v.maxLength(mostInGroup, 'too-many')
	),
	decision: v.picklist(['one', 'related', 'different'], 'missing'),
	stands: v.optional(v.string(), '')
});

export const ByDecision = v.object({
	slug: BeginExpression.entries.slug,
	decision: v.pipe(v.string('missing'), v.uuid('wrong-kind'))
});
