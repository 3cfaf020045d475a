import * as v from 'valibot';
import { listVersions } from '#areas/forms/server';
import { cursorOf, placeOf, type Place } from '#server/api';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { InCall } from '../../expression-desk.schema.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import { findCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { viewsOf } from '../../server/expression-list.ts';
import { inCall } from '../../server/expression-reading.ts';
import { listSentAfter } from './records.sql.ts';

/** Staff's programs read what was sent, in the order in which it came, a page at a time. */
export const pageExpressions = useCase('programmes.pageExpressions', {
	input: v.object({
		slug: v.pipe(v.string(), v.maxLength(200)),
		limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
		cursor: v.optional(v.string())
	}),
	async on({ db }, { slug }) {
		const draft = await findDraft(db, slug);
		return draft && findCall(db, draft.id);
	},
	may: staff,
	async run(context, { limit, cursor }, call) {
		const after = placeOf(cursor);
		const places = await listSentAfter(context.db, context.actor, { call: call.id, after, limit });
		const ids = places.map(({ id }) => id);
		const last = places.length === limit ? places.at(-1)! : null;
		return { views: await viewsOf(context, ids, call), next: last && cursorOf(last) };
	}
});

/** Staff's programs read one that was sent, as one of many. */
export const readRecord = useCase('programmes.readRecord', {
	input: InCall,
	on: inCall,
	may: staff,
	async run(context, _, { expression }) {
		const call = await findCall(context.db, expression.call);
		const [view] = call && expression.submittedAt ? await viewsOf(context, [expression.id], call) : [];
		if (!view) throw new Problem('not-found');
		return view;
	}
});

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
