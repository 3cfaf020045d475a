import * as v from 'valibot';
import { BeginExpression } from '../expression.schema.ts';

/** As many as can be acted on at once. A list that is longer is narrowed first. */
export const mostAtOnce = 2000;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const references = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((given) => [given].flat())
);

export const ActOnMany = v.object({
	slug: BeginExpression.entries.slug,
	/** What is done: an action, and to what or whom. */
	act: v.pipe(v.string('missing'), v.regex(new RegExp(`^[a-z-]+(:${uuid})?$`), 'missing')),
	/** Those that were ticked, or all that matched when the list was looked at. */
	which: v.optional(v.picklist(['ticked', 'all']), 'ticked'),
	reference: references,
	/** The references of all that matched, as the page had them. */
	seen: v.optional(v.pipe(v.string(), v.maxLength(7 * mostAtOnce + 7))),
	/** One more box that a list without script sends. */
	_: v.optional(v.unknown())
});

export const ByDeed = v.object({
	slug: BeginExpression.entries.slug,
	deed: v.pipe(v.string('missing'), v.uuid('wrong-kind'))
});

/** "K7M4QX…" one after another: a list of 300 is two kilobytes. */
export function packed(references: readonly string[]): string {
	return references.map((reference) => reference.replace('-', '')).join('');
}

export function unpacked(seen: string): string[] {
	return (seen.match(/.{6}/g) ?? []).map((six) => `${six.slice(0, 3)}-${six.slice(3)}`);
}
