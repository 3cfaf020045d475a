import type { Actor } from '#shared/actor';
import { administrator, staff, useCase, type Context } from '#server/use-case';
import { findDraft } from '../../server/call-desk.sql.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { countShown } from '../../server/expression-list.sql.ts';
import { partOf } from '../../server/list-part.ts';
import { signed } from '../../server/signed.ts';
import { ByFilter, ChangeFilter, chosenIn, SaveFilter } from '../saved-filter.schema.ts';
import { idOf } from './case-views.ts';
import { insertFilter, listFilters, removeFilter, renameFilter, type FilterRow } from './saved-filter.sql.ts';

export type SavedView = {
	id: string;
	name: string;
	/** Of the address of the list: "?tag=…". */
	query: string;
	shared: boolean;
	isMine: boolean;
	mayChange: boolean;
	/** What it gives to whoever looks: what is shared counts for each what they see. */
	count: number;
};

/** A narrowing of the list under a name, for oneself or for the team. */
export const saveFilter = useCase('programmes.saveFilter', {
	input: SaveFilter,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, name, shared, query }, { id: call }) {
		const { by, at } = signed(context);
		const id = await insertFilter(context.db, { call, owner: by, name, query, shared, at });
		await context.record('filter.saved', { id, call });
		return { slug, query };
	}
});

export const showFilter = useCase('programmes.showFilter', {
	input: ByFilter,
	on: filterInCall,
	may: ownerOfFilter,
	run: (_, { slug }, { id, name, query, shared }) => ({ slug, id, name, query, shared })
});

/** Another name, or for others too, or no longer for others. */
export const changeFilter = useCase('programmes.changeFilter', {
	input: ChangeFilter,
	on: filterInCall,
	may: ownerOfFilter,
	async run({ db, record }, { slug, name, shared }, { id, call, query }) {
		await renameFilter(db, id, name, shared);
		await record('filter.changed', { id, call });
		return { slug, query };
	}
});

export const deleteFilter = useCase('programmes.deleteFilter', {
	input: ByFilter,
	on: filterInCall,
	may: ownerOfFilter,
	async run({ db, record }, { slug }, { id, call }) {
		await removeFilter(db, id);
		await record('filter.deleted', { id, call });
		return { slug };
	}
});

/** Whoever saved it; of what is shared an administrator too, since whoever saved it may have left. */
function ownerOfFilter(actor: Actor, { owner, shared }: FilterRow): boolean {
	return staff(actor) && (idOf(actor) === owner || (shared && administrator(actor)));
}

async function filterInCall({ db, actor }: Context, { slug, filter }: { slug: string; filter: string }) {
	const [call, me] = [await findDraft(db, slug), idOf(actor)];
	if (!call || !me) return undefined;
	return (await listFilters(db, call.id, me)).find(({ id }) => id === filter);
}

/** Those of a call that somebody can use, each with what it gives them now. */
export async function savedFor(context: Context, call: StandingCall): Promise<SavedView[]> {
	const { db, actor } = context;
	const rows = await listFilters(db, call.id, idOf(actor) ?? '');
	const views: SavedView[] = [];
	for (const row of rows) {
		const { id, name, query, shared, owner } = row;
		const count = await countShown(db, actor, await partOf(context, call, chosenIn(query)));
		const isMine = owner === idOf(actor);
		views.push({ id, name, query, shared, isMine, mayChange: ownerOfFilter(actor, row), count });
	}
	return views;
}
