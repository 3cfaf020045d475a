import * as v from 'valibot';
import { instantOf } from '#shared/dates';
import { Unusable } from '#shared/problem';
import { listPeople, namesOf } from '#server/identity';
import { administrator, staff, useCase, type Context } from '#server/use-case';
import { NameArranger } from '../expression-desk.schema.ts';
import { allArrangers, deleteArranger, saveArranger } from './arranger.sql.ts';
import type { Moment } from './call-views.ts';
import { findPublishedCall } from './call.sql.ts';
import { BySlug } from './calls.ts';
import { signed } from './signed.ts';

export type ArrangerView = {
	person: string;
	/** The name of their account; null when it is gone. */
	name: string | null;
	shownAs: string;
	until: Moment | null;
	/** Their time is over: they read nothing any more. */
	isOver: boolean;
	namedAt: Moment;
	namedBy: string | null;
};
export type ArrangersView = {
	slug: string;
	name: string;
	zone: string;
	/** Whom an administrator can name. Null: whoever looks is none. */
	people: { id: string; name: string }[] | null;
	arrangers: ArrangerView[];
};

/** Staff see who reads what applicants need, and who named them. */
export const showArrangers = useCase('programmes.showArrangers', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, call): Promise<ArrangersView> {
		const { slug, zone, content } = call;
		const people = administrator(context.actor) ? await nameable(context) : null;
		return { slug, name: content.name, zone, people, arrangers: await arrangersOf(context, call) };
	}
});

/** An administrator names who arranges access for a call, and so may read what its applicants need. */
export const nameArranger = useCase('programmes.nameArranger', {
	input: NameArranger,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: administrator,
	async run(context, { person, shownAs, until: local }, call) {
		if (!(await nameable(context)).some(({ id }) => id === person))
			throw new Unusable({ person: 'not-staff' });
		const until = local === null ? null : instantOf(local, call.zone);
		if (until && until <= context.now) throw new Unusable({ until: 'not-later' });
		await saveArranger(context.db, { call: call.id, person, shownAs, until, ...signed(context) });
		await context.record('call.arranger-named', { id: call.id, person });
		return { slug: call.slug };
	}
});

/** From now on this person no longer reads what a call's applicants need. */
export const dismissArranger = useCase('programmes.dismissArranger', {
	input: v.omit(NameArranger, ['shownAs', 'until']),
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: administrator,
	async run(context, { person }, call) {
		if (await deleteArranger(context.db, call.id, person))
			await context.record('call.arranger-dismissed', { id: call.id, person });
		return { slug: call.slug };
	}
});

/** Whoever works here now. */
async function nameable(context: Context): Promise<{ id: string; name: string }[]> {
	const { people } = await listPeople.within(context, {});
	return people.filter(({ roles }) => roles.length).map(({ id, name }) => ({ id, name }));
}

async function arrangersOf(
	context: Context,
	{ id, zone }: { id: string; zone: string }
): Promise<ArrangerView[]> {
	const rows = await allArrangers(context.db, id);
	const names = await namesOf(
		context,
		rows.flatMap(({ person, namedBy }) => [person, namedBy])
	);
	return rows.map(({ person, shownAs, until, namedAt, namedBy }) => ({
		person,
		name: names.get(person) ?? null,
		shownAs,
		until: until && { instant: until, zone },
		isOver: until !== null && until <= context.now,
		namedAt: { instant: namedAt, zone },
		namedBy: names.get(namedBy) ?? null
	}));
}
