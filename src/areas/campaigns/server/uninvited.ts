import * as v from 'valibot';
import { listPlaces, listProgrammes } from '#areas/programmes/server';
import { findPersonOf, personWith } from '#server/identity';
import { nothing, staff, useCase, type Context } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { BySlug, InvitingFirst } from '../campaign.schema.ts';
import { writeToMember } from './letters.ts';
import { insertMember } from './member.sql.ts';
import {
	deleteUninvited,
	isAnybodyUninvited,
	listUninvitedRows,
	type UninvitedRow
} from './uninvited.sql.ts';

/**
 * Campaigns that nobody coordinates, since no address is known of whoever led the application. Staff are told of the place
 * and of what its application says, which they read elsewhere; never anything of the campaign.
 */
export type UninvitedLine = {
	place: string;
	/** Null: the application was deleted since. */
	reference: string | null;
	group: string | null;
	/** Whoever led it, as the application says; '' where it does not. */
	lead: string;
};
export type UninvitedView = { slug: string; programme: string; lines: UninvitedLine[] };

type Found = Omit<UninvitedView, 'lines'> & { rows: (UninvitedLine & UninvitedRow)[] };

/** Not there for whom a conflict keeps out of the choice. */
async function uninvitedIn(context: Context, { slug }: { slug: string }): Promise<Found> {
	const { name: programme, places } = await listPlaces.within(context, { slug });
	const ids = places.map(({ id }) => id);
	const known = new Map((await listUninvitedRows(context.db, ids)).map((row) => [row.place, row]));
	const rows = places.flatMap(({ id: place, reference, name: group }) => {
		const row = known.get(place);
		return row ? [{ ...row, place, reference, group, lead: row.name }] : [];
	});
	return { slug, programme, rows };
}

export const listUninvited = useCase('campaigns.listUninvited', {
	input: BySlug,
	on: uninvitedIn,
	may: staff,
	run: (_, __, { slug, programme, rows }): UninvitedView => ({
		slug,
		programme,
		lines: rows.map(({ place, reference, group, lead }) => ({ place, reference, group, lead }))
	})
});

export type UninvitedCount = { slug: string; name: string; count: number };

/** How many there are in each programme, for what needs doing today. */
export const countUninvited = useCase('campaigns.countUninvited', {
	input: v.object({}),
	on: nothing,
	may: staff,
	async run(context): Promise<UninvitedCount[]> {
		if (!(await isAnybodyUninvited(context.db))) return [];
		const counts: UninvitedCount[] = [];
		for (const { slug } of await listProgrammes.within(context, {})) {
			const found = await unlessKeptOut(() => uninvitedIn(context, { slug }));
			if (found?.rows.length) counts.push({ slug, name: found.programme, count: found.rows.length });
		}
		return counts;
	}
});

/** A programme that has no call yet, or whose choice a conflict keeps them out of, counts nothing. */
async function unlessKeptOut<T>(find: () => Promise<T>): Promise<T | undefined> {
	try {
		return await find();
	} catch (problem) {
		if (problem instanceof Problem && problem.code === 'not-found') return undefined;
		throw problem;
	}
}

/** Staff were told an address: whoever has it is asked to coordinate. From then on the campaign is its people's own. */
export const inviteFirst = useCase('campaigns.inviteFirst', {
	input: InvitingFirst,
	async on(context, { slug, place }) {
		const { rows } = await uninvitedIn(context, { slug });
		return rows.find((row) => row.place === place);
	},
	may: staff,
	async run(context, { slug, name, email }, { campaign, locale }) {
		const { db, now: at, record } = context;
		await mustBeSomebodyElse(context, email);
		if (!(await deleteUninvited(db, campaign))) throw new Problem('invited-meanwhile');
		const called = name || email;
		const person = await personWith(context, { name: called, email, locale });
		const asked = { campaign, person, part: 'coordinator', called, until: null, at, by: null } as const;
		const id = await insertMember(db, { ...asked, isThere: false });
		await writeToMember(context, id);
		await record('member.invited', { id, campaign, part: 'coordinator' });
		return { slug };
	}
});

/** Whoever works for the host does not let themselves into a campaign. */
async function mustBeSomebodyElse(context: Context, email: string): Promise<void> {
	const { actor } = context;
	const own = actor.kind === 'person' ? await findPersonOf(context, actor.id) : undefined;
	if (own?.email.toLowerCase() === email.toLowerCase()) throw new Unusable({ email: 'own-address' });
}
