import * as v from 'valibot';

/** What a list can be narrowed by. The address says it, so that a colleague can be sent what one looks at. */
export const facets = ['assigned', 'tag', 'state', 'kind', 'stage', 'region', 'way'] as const;
export type Facet = (typeof facets)[number];
export const sorts = ['newest', 'oldest', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** An address that asks for what cannot be is read as far as it makes sense. */
const lenient = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.fallback(v.optional(schema), undefined as never);
const word = lenient(v.pipe(v.string(), v.maxLength(300)));

export const Narrowing = {
	/** A person, `mine`, or `nobody`. */
	assigned: word,
	tag: word,
	state: word,
	kind: word,
	stage: word,
	region: word,
	way: word,
	q: lenient(v.pipe(v.string(), v.trim(), v.maxLength(200))),
	sort: v.fallback(v.optional(v.picklist(sorts), 'newest'), 'newest')
};
const BySlug = v.object({ slug: v.pipe(v.string(), v.maxLength(200)) });

export const ListExpressions = v.object({
	...BySlug.entries,
	...Narrowing,
	page: v.fallback(
		v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)), '1'),
		1 as never
	)
});

/** What was asked for, as the address says it. */
export type Chosen = { [name in Facet | 'q']?: string | undefined } & { sort: Sort };

/** The same in an address: only what is not the usual. */
export function queryOf({ sort, ...narrowed }: Chosen, page = 1): string {
	const query = new URLSearchParams();
	for (const name of [...facets, 'q'] as const) if (narrowed[name]) query.set(name, narrowed[name]);
	if (sort !== 'newest') query.set('sort', sort);
	if (page > 1) query.set('page', String(page));
	return query.size ? `?${query.toString()}` : '';
}

export function isNarrowed(chosen: Chosen): boolean {
	return [...facets, 'q' as const].some((name) => chosen[name]);
}

/** How many are read at once for a file: little memory, and others are served between two parts. */
export const partSize = 100;
