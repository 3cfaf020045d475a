import * as v from 'valibot';
import { questionsOf, say, type Form, type Section } from '#areas/forms';
import { Problem } from '#shared/problem';
import { staff, useCase } from '#server/use-case';
import { mostAtOnce } from '../caseload/deed.schema.ts';
import { everyFormOf } from '../form/server/reading.ts';
import { facets, ListExpressions, partSize, type Chosen } from '../expression-list.schema.ts';
import { findDraft } from './call-desk.sql.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import { listIds } from './expression-list.sql.ts';
import { viewsOf } from './expression-list.ts';
import { partOf } from './list-part.ts';
import { isAmongMany } from './expression-views.ts';

/** The head of a file, and which expressions are to be in it: each is looked at again when its part is made. */
export type Export = {
	slug: string;
	name: string;
	zone: string;
	chosen: Chosen;
	exportedAt: Date;
	ids: string[];
	/** What is asked, in the order of the form; nothing that concerns access. */
	questions: { key: string; section: string; label: string }[];
};

/** Staff take the list along as they have narrowed it. That they did is recorded: who, when, how many, by what. */
export const exportExpressions = useCase('programmes.exportExpressions', {
	input: v.object({ ...v.omit(ListExpressions, ['page']).entries, as: v.picklist(['csv', 'json', 'pdf']) }),
	async on({ db }, { slug }) {
		const draft = await findDraft(db, slug);
		return draft && findCall(db, draft.id);
	},
	may: staff,
	async run(context, { as, slug, ...chosen }, call): Promise<Export> {
		const { db, actor, now, record } = context;
		const part = await partOf(context, call, chosen);
		const ids = await listIds(db, actor, part, { limit: null, offset: 0 });
		if (as === 'pdf' && ids.length > mostAtOnce) throw new Problem('not-found');
		await record('call.expressions-exported', { id: call.id, as, count: ids.length, ...recorded(chosen) });
		const { zone, content } = call;
		const questions = questionsIn(await everyFormOf(context, call), call, now);
		return { slug, name: content.name, zone, chosen, exportedAt: now, ids, questions };
	}
});

/** One part of such a file. What was withdrawn or deleted meanwhile is not in it. */
export const readExportPart = useCase('programmes.readExportPart', {
	input: v.object({
		slug: v.string(),
		ids: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(partSize))
	}),
	async on({ db }, { slug }) {
		const draft = await findDraft(db, slug);
		return draft && findCall(db, draft.id);
	},
	may: staff,
	run: (context, { ids }, call) => viewsOf(context, ids, call)
});

/** The record is kept for ever, so words that were looked for, which may be a name, are not in it. */
function recorded({ q, ...chosen }: Chosen): Record<string, string | boolean> {
	const given = facets.flatMap((facet) => (chosen[facet] ? [[facet, chosen[facet]] as const] : []));
	return { ...Object.fromEntries(given), ...(q ? { searched: true } : {}) };
}

/** As the newest form has them; what only older ones asked comes last. */
function questionsIn(forms: readonly Form[], call: StandingCall, now: Date): Export['questions'] {
	const all = forms.flatMap(({ sections }) => sections.flatMap((section) => columnsOf(section, call, now)));
	return all.filter(({ key }, n) => all.findIndex((one) => one.key === key) === n);
}

function columnsOf(section: Section, call: StandingCall, now: Date): Export['questions'] {
	return questionsOf({ sections: [section] })
		.filter((question) => isAmongMany(question, call, now))
		.map(({ key, label }) => ({ key, section: say(section.title), label: say(label) }));
}
