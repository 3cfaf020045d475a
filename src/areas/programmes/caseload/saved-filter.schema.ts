import * as v from 'valibot';
import { BeginExpression } from '../expression.schema.ts';
import { isNarrowed, Narrowing, queryOf, type Chosen } from '../expression-list.schema.ts';

const slug = BeginExpression.entries.slug;
const filter = v.pipe(v.string('missing'), v.uuid('wrong-kind'));
const name = v.pipe(
	v.string('missing'),
	v.transform((text) => text.replaceAll(/\s+/g, ' ').trim()),
	v.minLength(1, 'missing'),
	v.maxLength(60, 'too-long')
);
const shared = v.pipe(
	v.optional(v.string(), ''),
	v.transform((given) => given === 'yes')
);

/** What an address asks for, read as far as it makes sense. */
export function chosenIn(query: string): Chosen {
	const given = [...new URLSearchParams(query)].filter(([, value]) => value);
	return v.parse(v.object(Narrowing), Object.fromEntries(given));
}

export const SaveFilter = v.object({
	slug,
	name,
	shared,
	/** The narrowing, as the address of the list says it. */
	query: v.pipe(
		v.string('missing'),
		v.maxLength(2000, 'too-long'),
		v.transform(chosenIn),
		v.check((chosen) => isNarrowed(chosen) || chosen.sort !== 'newest', 'missing'),
		v.transform((chosen) => queryOf(chosen))
	)
});
export const ByFilter = v.object({ slug, filter });
export const ChangeFilter = v.object({ slug, filter, name, shared });
