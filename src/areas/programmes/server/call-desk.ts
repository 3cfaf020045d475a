import * as v from 'valibot';
import { isZone } from '#shared/dates';
import { neededText, text } from '#shared/fields';
import { Problem } from '#shared/problem';
import type { Db } from '#server/db';
import { nothing, staff, useCase } from '#server/use-case';
import { WrittenDates } from '../call-dates.schema.ts';
import { parts } from '../call-gaps.ts';
import { emptyContent, SomeContent } from '../call.schema.ts';
import { choicesNamed } from '../terms/choices.ts';
import { choicesOfDraft } from '../terms/server/choices.ts';
import { saidOf } from '../terms/terms.ts';
import { firstFree, isAddress, slugOf } from '../slug.ts';
import {
	addProgramme,
	findDraft,
	listDrafts,
	lockDraft,
	saveContent,
	saveDates,
	slugsLike
} from './call-desk.sql.ts';
import { asDrafted, callFor } from './call-views.ts';
import { findCall, listChanges } from './call.sql.ts';
import { BySlug } from './calls.ts';
import { deskView } from './call-desk-views.ts';
import { countExpressions } from './expression-list.ts';

/** Staff see every programme, drafts too. */
export const listProgrammes = useCase('programmes.listProgrammes', {
	input: v.object({}),
	on: nothing,
	may: staff,
	async run(context) {
		const { db, now } = context;
		const drafts = await listDrafts(db);
		const sent = new Map((await countExpressions.within(context, {})).map((one) => [one.slug, one]));
		return Promise.all(
			drafts.map(async (draft) =>
				deskView(draft, await findCall(db, draft.id), [], now, sent.get(draft.slug))
			)
		);
	}
});

/** Staff see a call as they are writing it, what is still missing, and what people see; or one page of the form. */
export const showDraft = useCase('programmes.showDraft', {
	input: v.object({ ...BySlug.entries, part: v.optional(v.picklist(parts)) }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft) {
		const { db, now } = context;
		const sent = (await countExpressions.within(context, {})).find(({ slug }) => slug === draft.slug);
		return deskView(draft, await findCall(db, draft.id), await listChanges(db, draft.id), now, sent);
	}
});

/** Staff see the page as it would be, before anybody else does. */
export const previewCall = useCase('programmes.previewCall', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft) {
		const { db, now } = context;
		const live = await findCall(db, draft.id);
		const drafted = asDrafted(draft);
		const shown = live
			? { ...live, ...drafted, publishedAt: live.publishedAt, closedAt: live.closedAt }
			: drafted;
		const choices = choicesNamed(saidOf(draft.content), await choicesOfDraft(context, draft));
		return { ...callFor('staff', shown, await listChanges(db, draft.id), now), choices };
	}
});

/** Staff begin a programme with a name; everything else is written page by page. */
export const createProgramme = useCase('programmes.createProgramme', {
	input: v.object({
		name: neededText(120),
		address: v.pipe(text(80), v.check(isAddress, 'not-an-address')),
		zone: v.optional(v.pipe(v.string(), v.check(isZone, 'not-a-zone')), 'Europe/London')
	}),
	on: nothing,
	may: staff,
	async run({ db, now, record }, { name, address, zone }) {
		const slug = address || (await freeAddress(db, name));
		const dates = { zone, opensAt: null, closesAt: null, decisionsBy: null, runsFrom: null, runsTo: null };
		const { id } = await addProgramme(db, { slug, content: emptyContent(name), dates, now });
		await record('programme.created', { id });
		return { slug };
	}
});

const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());

/** Staff write one page of a call. Nobody else sees it until it is published. */
export const reviseCall = useCase('programmes.reviseCall', {
	input: v.object({ ...BySlug.entries, edition: Edition, content: SomeContent }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run({ db, record }, { edition, content }, draft) {
		if (edition !== draft.edition) throw new Problem('edited-meanwhile');
		await saveContent(db, draft.id, { ...draft.content, ...given(content) });
		await record('call.revised', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff write the dates of a call that is not published yet. Afterwards dates are moved, with a note. */
export const setDates = useCase('programmes.setDates', {
	input: v.object({ ...BySlug.entries, edition: Edition, dates: WrittenDates }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run({ db, record }, { edition, dates }, draft) {
		if (edition !== draft.edition) throw new Problem('edited-meanwhile');
		if (await findCall(db, draft.id)) throw new Problem('call-is-published');
		await saveDates(db, draft.id, dates);
		await record('call.revised', { id: draft.id });
		return { slug: draft.slug };
	}
});

export async function freeAddress(db: Db, name: string): Promise<string> {
	const slug = slugOf(name);
	return firstFree(slug, await slugsLike(db, slug));
}

/** A page of the form says nothing of the other pages. */
function given<T extends object>(content: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as never;
}
