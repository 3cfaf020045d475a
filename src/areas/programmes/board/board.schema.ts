import * as v from 'valibot';
import { neededText, number, rows, text } from '#shared/fields';

const Id = v.pipe(v.string('wrong-kind'), v.uuid('wrong-kind'));
/** Ids from boxes or from lists that may be left at nobody. */
const ids = v.optional(
	v.pipe(
		v.union([v.array(v.string('wrong-kind')), v.string()], 'wrong-kind'),
		v.transform((value) => [...new Set([value].flat())].filter(Boolean)),
		v.array(Id),
		v.maxLength(200, 'too-many-lines')
	),
	() => []
);

/**
 * A what-if: all that differs from what the call published. Nothing of it is said twice, so that two of them can be told
 * apart, and {} is the call as it is.
 */
export const Changes = v.object(
	{
		in: ids,
		out: ids,
		rules: rows({ of: text(300), min: number({ most: 1000 }), max: number({ most: 1000 }) }, 20),
		weights: v.optional(
			v.object(
				{
					difference: number({ most: 100, whole: false }),
					match: number({ most: 100, whole: false }),
					score: number({ most: 100, whole: false })
				},
				'wrong-kind'
			),
			{} as never
		),
		size: number({ least: 2, most: 500 })
	},
	'wrong-kind'
);
export type Changes = v.InferOutput<typeof Changes>;

export const noChanges: Changes = v.parse(Changes, {});

/** Whether nothing differs from what the call published. */
export function isAsPublished({ in: into, out, rules, weights, size }: Changes): boolean {
	const said = Object.values(weights).some((one) => one !== null);
	return !into.length && !out.length && !rules.length && !said && size === null;
}

export const BySlug = v.object({ slug: v.pipe(v.string(), v.maxLength(200)) });
export const InSlug = BySlug.entries;
export const BySolving = v.object({ ...InSlug, solving: Id });
export const MaybeSolving = v.object({
	...InSlug,
	solving: v.optional(v.fallback(v.union([Id, v.undefined_()]), undefined)),
	beside: v.optional(v.fallback(v.union([Id, v.undefined_()]), undefined)),
	out: v.optional(v.fallback(v.union([Id, v.undefined_()]), undefined)),
	in: v.optional(v.fallback(v.union([Id, v.undefined_()]), undefined))
});

/* The board has three reasons on one page: each field has a name of its own, by which its label finds it. */
export const Asked = v.object({ ...InSlug, tryWhy: text(1000), changes: v.optional(Changes, {} as never) });
export const Voice = v.object({ ...BySolving.entries, says: v.picklist(['yes', 'no'], 'missing') });
export const Taking = v.object({ ...BySolving.entries, why: neededText(4000), weightsWhy: text(2000) });

export const Beacon = v.object({ ...InSlug, beacon: neededText(1000) });
export const Voiding = v.object({ ...InSlug, voidWhy: neededText(1000) });
