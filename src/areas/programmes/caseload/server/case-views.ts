import type { Actor } from '#shared/actor';
import { namesOf, whoWorksHere } from '#server/identity';
import type { Context } from '#server/use-case';
import type { Tag } from '../tag.schema.ts';
import { listCases } from './case.sql.ts';
import { bulkActions, type Choices } from './bulk-actions.ts';
import { listTags } from './tag.sql.ts';

/** What staff have put on one: its tags, and who looks after it. */
export type CaseView = { tags: Tag[]; assigned: { name: string | null; isMe: boolean } | null };
/** What can be done, under headings; what is sent, and what it says. */
export type Offer = { group: string; lines: { value: string; label: string }[] };
/** What there is of tags and people for a call: asked for once, whatever a page shows of it. */
export type Desk = { tags: Tag[]; people: { id: string; name: string }[] };

export async function deskOf(context: Context, call: string): Promise<Desk> {
	const people = await whoWorksHere(context);
	return {
		tags: await listTags(context.db, call),
		people: people.map(({ id, name }) => ({ id, name }))
	};
}

/** The same of one, with what can be done. */
export type CaseOfOne = CaseView & { offers: Offer[] };

export async function caseOf(context: Context, call: string, id: string): Promise<CaseOfOne> {
	const desk = await deskOf(context, call);
	const cases = await casesOf(context, [id], desk);
	return { ...cases.get(id)!, offers: offersOf(desk) };
}

export async function casesOf(
	context: Context,
	ids: readonly string[],
	{ tags, people }: Desk
): Promise<Map<string, CaseView>> {
	const rows = await listCases(context.db, ids);
	const known = new Map(people.map(({ id, name }) => [id, name]));
	const others = [...rows.values()].flatMap(({ assigned }) =>
		assigned && !known.has(assigned) ? assigned : []
	);
	const names = new Map([...known, ...(await namesOf(context, others))]);
	const me = idOf(context.actor);
	return new Map(
		[...rows].map(([id, { tags: on, assigned }]) => [
			id,
			{
				tags: tags.filter((tag) => on.includes(tag.id)),
				assigned: assigned ? { name: names.get(assigned) ?? null, isMe: assigned === me } : null
			}
		])
	);
}

export function idOf(actor: Actor): string | null {
	return actor.kind === 'person' ? actor.id : null;
}

/** Headings that are the same become one. */
export function offersOf(choices: Choices): Offer[] {
	const all = bulkActions.flatMap(({ name, offers }) => {
		const { group, lines } = offers(choices);
		return lines.map(({ which, label }) => ({ group, value: which ? `${name}:${which}` : name, label }));
	});
	return [...Map.groupBy(all, ({ group }) => group)].map(([group, lines]) => ({
		group,
		lines: lines.map(({ value, label }) => ({ value, label }))
	}));
}
