import * as v from 'valibot';
import { namesOf } from '#server/identity';
import { nothing, staff, useCase, type Context } from '#server/use-case';
import { endsAt, phaseAt, type Phase } from '../call.ts';
import { mostAtOnce, packed } from '../caseload/deed.schema.ts';
import {
	casesOf,
	deskOf,
	idOf,
	offersOf,
	type CaseView,
	type Desk,
	type Offer
} from '../caseload/server/case-views.ts';
import { savedFor, type SavedView } from '../caseload/server/saved-filters.ts';
import { everyFormOf } from '../form/server/reading.ts';
import { ListExpressions, type Chosen } from '../expression-list.schema.ts';
import { findDraft, type Draft } from './call-desk.sql.ts';
import type { Moment } from './call-views.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import { countedView, entryFor, type Counted, type Entry } from './expression-list-views.ts';
import {
	countParts,
	countSent,
	findExpressions,
	listIds,
	listReferences,
	type Part
} from './expression-list.sql.ts';
import { listExports } from './expression-history.sql.ts';
import { listBeside } from './note.sql.ts';
import { partOf } from './list-part.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { readerOf, readWholes } from './whole.ts';

export type ExpressionList = Counted & {
	call: { slug: string; name: string; phase: Phase; zone: string; opens: Moment | null; ends: Moment | null };
	chosen: Chosen;
	entries: Entry[];
	/** The latest files that were made of this list, so that everybody knows what copies there are. */
	taken: { at: Date; who: string | null; as: 'csv' | 'json' | 'pdf'; count: number }[];
	/** Narrowings under a name, one's own and the team's. */
	saved: SavedView[];
	/** What can be done to those that are ticked. */
	offers: Offer[];
	/** The references of all that match, to act on all that one saw. Null: there are too many. */
	seen: string | null;
	page: number;
	pages: number;
};

const pageSize = 50;

/** Staff see what was sent to a call, and what they are typing up themselves; every number is of exactly that. */
export const listExpressions = useCase('programmes.listExpressions', {
	input: ListExpressions,
	on: async ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, input, draft): Promise<ExpressionList> {
		const { page: asked, slug: _, ...chosen } = input;
		const { db, actor } = context;
		const call = await findCall(db, draft.id);
		const desk = await deskOf(context, draft.id);
		const part = await partOf(context, call ?? draft.id, chosen);
		const forms = call ? await everyFormOf(context, call) : [];
		const asking = { forms, desk, me: idOf(actor) };
		const counts = countedView(await countParts(db, actor, part), chosen, asking);
		const pages = Math.max(1, Math.ceil(counts.shown / pageSize));
		const page = Math.min(asked, pages);
		const ids = await listIds(db, actor, part, { limit: pageSize, offset: (page - 1) * pageSize });
		const entries = call ? await entriesOf(context, { ids, call, desk, wanted: part.wanted }) : [];
		const taken = await takenOf(context, draft.id);
		const all = await listReferences(db, actor, part, mostAtOnce);
		return {
			call: standing(draft, call, context.now),
			...counts,
			chosen,
			entries,
			taken,
			saved: call ? await savedFor(context, call) : [],
			offers: offersOf(desk),
			seen: all ? packed(all) : null,
			page,
			pages
		};
	}
});

const week = 7 * 86_400_000;

/** Staff see how many were sent to each call, and how many of them in the last seven days. */
export const countExpressions = useCase('programmes.countExpressions', {
	input: v.object({}),
	on: nothing,
	may: staff,
	run: ({ db, actor, now }) => countSent(db, actor, new Date(now.getTime() - week))
});

/** As one of many, in the order of the ids. What went meanwhile is left out. */
export async function viewsOf(
	context: Context,
	ids: readonly string[],
	call: StandingCall
): Promise<ExpressionView[]> {
	const reader = await readerOf(context, { call: call.id });
	const rows = await findExpressions(context.db, context.actor, ids);
	const wholes = await readWholes(context, rows, call);
	const views = new Map(
		wholes.map((whole) => [whole.expression.id, expressionFor(reader, whole, context.now, 'many')])
	);
	return ids.flatMap((id) => views.get(id) ?? []);
}

type Listing = { ids: readonly string[]; call: StandingCall; desk: Desk; wanted: Part['wanted'] };
const alone: CaseView = { tags: [], assigned: null };

async function entriesOf(context: Context, { ids, call, desk, wanted }: Listing): Promise<Entry[]> {
	const beside = await listBeside(context.db, ids);
	const cases = await casesOf(context, ids, desk);
	const views = await viewsOf(context, ids, call);
	return views.map((view) =>
		entryFor(view, {
			changed: false,
			notes: 0,
			wanted: wanted ?? [],
			case: cases.get(view.id) ?? alone,
			...beside.get(view.id)
		})
	);
}

async function takenOf(context: Context, call: string): Promise<ExpressionList['taken']> {
	const exports = await listExports(context.db, call);
	const people = exports.flatMap(({ person }) => person ?? []);
	const names = await namesOf(context, people);
	return exports.map(({ person, ...one }) => ({ ...one, who: names.get(person ?? '') ?? null }));
}

function standing({ slug, content }: Draft, call: StandingCall | undefined, now: Date) {
	const moment = (instant: Date | null | undefined) =>
		call && instant ? { instant, zone: call.zone } : null;
	return {
		slug,
		name: content.name,
		phase: call ? phaseAt(call, now) : ('draft' as const),
		zone: call?.zone ?? 'UTC',
		opens: moment(call?.opensAt),
		ends: moment(call?.closesAt && endsAt(call))
	};
}
