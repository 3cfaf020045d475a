import * as v from 'valibot';
import { listVersions } from '#areas/forms/server';
import { cursorOf, placeOf, type Place } from '#server/api';
import { staff, useCase } from '#server/use-case';
import { findDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';

/** Staff's programs read which versions of a call's form were published, the first first. */
export const pageForms = useCase('programmes.pageForms', {
	input: v.object({
		...BySlug.entries,
		limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
		cursor: v.optional(v.string())
	}),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { limit, cursor }, draft) {
		const after = placeOf(cursor);
		const all = draft.form ? await listVersions(context, draft.form) : [];
		const rest = all.toReversed().filter((line) => !after || isAfter(line, after));
		const lines = rest.slice(0, limit);
		const last = lines.length === limit ? lines.at(-1)! : undefined;
		return { lines, next: last ? cursorOf({ at: last.publishedAt, id: last.id }) : null };
	}
});

function isAfter({ publishedAt, id }: { publishedAt: Date; id: string }, { at, id: last }: Place): boolean {
	return publishedAt > at || (Number(publishedAt) === Number(at) && id > last);
}
