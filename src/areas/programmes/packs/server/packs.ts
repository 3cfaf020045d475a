import * as v from 'valibot';
import { filesOf, mayRead, purgeFilesOf, type FileView } from '#server/files';
import { every, nothing, on, ourselves, staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { getLocale } from '#words/addresses';
import { mostAtOnce } from '../../caseload/deed.schema.ts';
import { ListExpressions, queryOf } from '../../expression-list.schema.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import { findCall } from '../../server/call.sql.ts';
import type { Moment } from '../../server/call-views.ts';
import { exportExpressions } from '../../server/expression-export.ts';
import { findExpressions } from '../../server/expression-list.sql.ts';
import { signed } from '../../server/signed.ts';
import { ByPack } from '../pack.schema.ts';
import { keptUntil, minutesKept, stateOf, type PackState } from '../pack.ts';
import { askToMakePack } from './making.ts';
import {
	deletePack,
	endPack,
	findPackOf,
	holdPacksOf,
	insertPack,
	listPacksBefore,
	listPacksHolding,
	type PackRow
} from './pack.sql.ts';
import { whoAskedForThePack } from './policy.ts';

export type PackView = {
	id: string;
	slug: string;
	name: string;
	/** The filters of the list it is of, as an address has them. */
	narrowing: string;
	state: Exclude<PackState, 'over'>;
	made: number;
	count: number;
	until: Moment;
	minutesKept: number;
	/** Ready, and nothing in it was withdrawn or deleted since. */
	file: FileView | null;
	/** How many were withdrawn or deleted since it was made: then nobody opens it. */
	gone: number;
};

/** Staff ask for the list as they have narrowed it. Who asks for the same again meanwhile is led to the same. */
export const askForPack = useCase('programmes.askForPack', {
	input: v.omit(ListExpressions, ['page']),
	on: async ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, ...chosen }, draft) {
		const { by: person, at } = signed(context);
		const { ids } = await exportExpressions.within(context, { slug, as: 'pdf', ...chosen });
		if (!ids.length || ids.length > mostAtOnce) throw new Problem('not-found');
		const narrowing = queryOf(chosen);
		const same = (await holdPacksOf(context.db, person, draft.id)).find((pack) => isSame(pack, ids, at));
		if (same) return { slug, pack: same.id };
		const pack = await insertPack(context.db, {
			call: draft.id,
			person,
			narrowing,
			locale: getLocale(),
			ids,
			at
		});
		await askToMakePack(context, { pack });
		return { slug, pack };
	}
});

/** Whoever asked sees how far it is, and has the file when it is ready. */
export const showPack = useCase('programmes.showPack', {
	input: ByPack,
	on: ofWhoAsks,
	may: whoAskedForThePack,
	async run(context, _, { pack }): Promise<PackView> {
		const state = stateOf(pack, context.now);
		if (state === 'over') throw new Problem('not-found');
		const call = (await findCall(context.db, pack.call))!;
		const gone = state === 'ready' ? await goneFrom(context, pack) : 0;
		const [file = null] = state === 'ready' && !gone ? await filesOf(context, ownerOf(pack)) : [];
		const { id, slug, narrowing, made, ids } = pack;
		const until = { instant: keptUntil(pack), zone: call.zone };
		const name = call.content.name;
		return { id, slug, name, narrowing, state, made, count: ids.length, until, minutesKept, file, gone };
	}
});

/** Whoever asked needs it no longer: it is stopped, and what is ready goes at once. */
export const cancelPack = useCase('programmes.cancelPack', {
	input: ByPack,
	on: ofWhoAsks,
	may: whoAskedForThePack,
	async run(context, { slug }, { pack }) {
		if (!(await endPack(context.db, pack.id, 'cancelled', context.now))) await forget(context, pack);
		return { slug, narrowing: pack.narrowing };
	}
});

/** Packs whose hour is over, with their files. */
export const forgetPacks = useCase('programmes.forgetPacks', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		const before = new Date(context.now.getTime() - minutesKept * 60_000);
		for (const pack of await listPacksBefore(context.db, before)) await forget(context, pack);
	}
});

/** The same rule for the file as for its page, asked anew each time it is opened. */
mayRead('pack', async (context, { id }) => {
	const { db, actor, now } = context;
	const pack = actor.kind === 'person' ? await findPackOf(db, actor.id, id) : undefined;
	if (!pack || !whoAskedForThePack(actor, { pack }, now)) return false;
	return stateOf(pack, now) === 'ready' && (await goneFrom(context, pack)) === 0;
});

every('*/5 * * * *', async function forgetOldPacks(context) {
	await forgetPacks.within(context, {});
});

on('expression.erased', async function forgetPacksWithErased(context, { id }) {
	await forgetHolding(context, String(id));
});

on('expression.withdrawn', async function forgetPacksWithWithdrawn(context, { id }) {
	await forgetHolding(context, String(id));
});

async function ofWhoAsks({ db, actor }: Context, { slug, pack: id }: v.InferOutput<typeof ByPack>) {
	const pack = actor.kind === 'person' ? await findPackOf(db, actor.id, id) : undefined;
	return pack?.slug === slug ? { pack } : undefined;
}

/** The bytes go; the page stays for its hour and says why. */
async function forgetHolding(context: Context, expression: string): Promise<void> {
	for (const pack of await listPacksHolding(context.db, expression))
		await purgeFilesOf(context, ownerOf(pack));
}

async function forget(context: Context, pack: PackRow): Promise<void> {
	await purgeFilesOf(context, ownerOf(pack));
	await deletePack(context.db, pack.id);
}

async function goneFrom({ db, actor }: Context, { ids }: PackRow): Promise<number> {
	return ids.length - (await findExpressions(db, actor, ids)).length;
}

function isSame(pack: PackRow, ids: readonly string[], now: Date): boolean {
	const lives = ['waiting', 'making'].includes(stateOf(pack, now));
	return lives && pack.locale === getLocale() && pack.ids.join() === ids.join();
}

export function ownerOf({ id }: { id: string }) {
	return { kind: 'pack', id };
}
