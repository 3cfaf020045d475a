import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { facets, type Facet, type Sort } from '../expression-list.schema.ts';
import type { Wanted } from '../caseload/looking.ts';
import { cardHas } from '../caseload/server/card.sql.ts';
import type { Showing } from '../caseload/server/cards.ts';
import { asideOf } from '../spam/server/aside.sql.ts';
import {
	expressions,
	expressionTables,
	listTables,
	visibleTo,
	type ExpressionRow
} from './expression.sql.ts';

/** Which part of what somebody may see: of one call, narrowed. */
export type Part = {
	call: string;
	/** What lines may be made from. */
	showing: Showing;
	chosen: { [name in Facet]?: string | undefined };
	/** Every one has to be found. Null: nothing is looked for. */
	wanted: readonly Wanted[] | null;
	sort: Sort;
};

/** What is not answered counts under this. */
export const notAnswered = 'not-answered';
/** What is assigned to nobody counts under this. */
export const nobody = 'nobody';

export type FacetCount = { facet: Facet | 'all' | 'shown'; option: string; count: number };

/**
 * How many there are under each option, with everything else that was chosen staying as it is: the number beside an
 * option is the number that choosing it gives.
 */
export function countParts(db: Db, actor: Actor, part: Part): Promise<FacetCount[]> {
	const counts = facets.map(
		(facet) => db`
			union all select ${facet}, option, count(*)::int from matching, lateral ${optionsOf(db, facet)} as options (option)
			where ${fits(db, facet)} group by option`
	);
	return db<FacetCount[]>`
		${matching(db, actor, part)}
		select 'all' as facet, '' as option, count(*)::int as count from visible where aside is null
		union all select 'shown', '', count(*)::int from matching where ${fits(db)}
		${joined(db, counts)}`;
}

/** How many a narrowing gives. */
export async function countShown(db: Db, actor: Actor, part: Part): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		${matching(db, actor, part)} select count(*)::int as count from matching where ${fits(db)}`;
	return row!.count;
}

/** In the order of the list. */
export async function listIds(
	db: Db,
	actor: Actor,
	part: Part,
	{ limit, offset }: { limit: number | null; offset: number }
): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		${matching(db, actor, part)}
		select id from matching where ${fits(db)}
		order by ${inOrder(db, part.sort)} limit ${limit} offset ${offset}`;
	return rows.map(({ id }) => id);
}

/** The references of what was sent, in the order of the list; undefined when there are more than can be acted on. */
export async function listReferences(
	db: Db,
	actor: Actor,
	part: Part,
	most: number
): Promise<string[] | undefined> {
	const rows = await db<{ reference: string }[]>`
		${matching(db, actor, part)}
		select reference from matching where state = 'sent' and ${fits(db)} order by ${inOrder(db, part.sort)} limit ${most + 1}`;
	return rows.length > most ? undefined : rows.map(({ reference }) => reference);
}

export type Neighbours = { number: number; of: number; previous: string | null; next: string | null };

/** Where one stands in the list. Undefined: it is not in it. */
export async function findNeighbours(
	db: Db,
	actor: Actor,
	part: Part,
	id: string
): Promise<Neighbours | undefined> {
	const [row] = await db<Neighbours[]>`
		${matching(db, actor, part)}
		select number, "of", previous, next from (
			select id, row_number() over list::int as number, count(*) over ()::int as "of",
				lag(reference) over list as previous, lead(reference) over list as next
			from matching where ${fits(db)}
			window list as (order by ${inOrder(db, part.sort)})
		) placed where id = ${id}`;
	return row;
}

/** Of those asked for, what the actor may see. */
export function findExpressions(db: Db, actor: Actor, ids: readonly string[]): Promise<ExpressionRow[]> {
	return db<ExpressionRow[]>`
		${expressions(db)} where expression.id = any(${ids}::uuid[]) and ${visibleTo(db, actor)}`;
}

export type SentCount = { slug: string; sent: number; lately: number };

/** How many were sent to each call, and how many of them since an instant. */
export function countSent(db: Db, actor: Actor, since: Date): Promise<SentCount[]> {
	return db<SentCount[]>`
		select programme.slug, count(*)::int as sent,
			(count(*) filter (where submission.at >= ${since}))::int as lately
		${expressionTables(db)}
		join programmes.call on call.id = expression.call
		join programmes.programme on programme.id = call.programme
		where submission.at is not null and ${visibleTo(db, actor)} and ${asideOf(db)} is null
		group by programme.slug`;
}

/**
 * Everything of the call that the actor may see, with what the list is narrowed by. The first part is made before the
 * others: mixed with them, PostgreSQL guesses too few rows and looks for each application through all of them.
 */
function matching(db: Db, actor: Actor, { call, showing, chosen, wanted }: Part) {
	const conditions = facets.map((facet) => {
		const choice = chosen[facet] ?? null;
		const fitting = facet === 'tag' ? db`${choice} = any(tag)` : db`${db(facet)} = ${choice}`;
		const unasked = facet === 'state' ? db`and aside is null` : db``;
		return db`, ((${choice}::text is null ${unasked}) or ${fitting}) as ${db(`by_${facet}`)}`;
	});
	return db`
		with visible as materialized (
			select expression.id, expression.reference, expression.begun_at, expression.entered_from,
				submission.at as submitted_at, ${asideOf(db)} as aside
			${listTables(db)} where expression.call = ${call} and ${visibleTo(db, actor)}
		), listed as (
			select visible.*,
				coalesce(aside, case when submitted_at is null then 'typing' else 'sent' end) as state,
				coalesce(entered_from, 'web') as way,
				coalesce(card.kind, said.kind, ${notAnswered}) as kind,
				coalesce(card.stage, said.stage, ${notAnswered}) as stage,
				coalesce(card.region, said.region, ${notAnswered}) as region,
				coalesce(assignment.person::text, ${nobody}) as assigned,
				coalesce(tags.tag, '{}') as tag,
				coalesce(card.name_key, ${plain(db, db`said.name`)}) as name
			from visible
			left join programmes.card on card.expression = visible.id and card.shape = any(${showing.shapes}::text[])
			left join lateral (${said(db, showing)}) said on true
			left join programmes.assignment on assignment.expression = visible.id
			left join (select expression, array_agg(tag::text) as tag from programmes.tagging group by expression) tags
				on tags.expression = visible.id
			where ${wanted ? db`(card.expression in (${hits(db, call, wanted)}) or (card.expression is null and ${found(db, wanted)}))` : db`true`}
		), matching as (select listed.* ${joined(db, conditions)} from listed)`;
}

function hits(db: Db, call: string, wanted: readonly Wanted[]) {
	return db`select expression from programmes.card where card.call = ${call} and ${cardHas(db, wanted)}`;
}

/** Of what has no card: one's own paper that one is typing up, and what is about to get one. */
function said(db: Db, { questions }: Showing) {
	const asked = ['kind', 'stage', 'region', 'group', 'contact-name', 'community'];
	return db`
		select
			max(value #>> '{}') filter (where question = 'kind') as kind,
			max(value #>> '{}') filter (where question = 'stage') as stage,
			max(value #>> '{}') filter (where question = 'region') as region,
			max(value #>> '{}') filter (where question = 'group') as name,
			string_agg(value #>> '{}', ' ') filter (where question in ('group', 'contact-name', 'community')) as words
		from programmes.answer
		where card.expression is null and answer.expression = visible.id
			and question = any(${asked.filter((key) => questions.includes(key))}::text[])`;
}

function found(db: Db, wanted: readonly Wanted[]) {
	const hay = plain(db, db`concat_ws(' ', reference, replace(reference, '-', ''), said.words)`);
	const words = wanted.map(({ word }) => word);
	return db`(select coalesce(bool_and(position(word in hay) > 0), false)
		from (select ${hay} as hay) one, unnest(${words}::text[]) as word)`;
}

/** Small letters without accents; the marks first, so that a database that knows no capitals but ASCII's does as well. */
function plain(db: Db, text: Fragment) {
	return db`lower(regexp_replace(normalize(${text}, NFKD), ${'[\u0300-\u036F]'}, '', 'g'))`;
}

/** One can have several tags; everything else it has once. */
function optionsOf(db: Db, facet: Facet) {
	return facet === 'tag' ? db`unnest(tag)` : db`(values (${db(facet)}))`;
}

function fits(db: Db, but?: Facet) {
	const others = facets.filter((facet) => facet !== but).map((facet) => db`and ${db(`by_${facet}`)}`);
	return db`true ${joined(db, others)}`;
}

function inOrder(db: Db, sort: Sort) {
	if (sort === 'name') return db`name nulls last, reference`;
	return sort === 'oldest'
		? db`submitted_at nulls last, begun_at, reference`
		: db`submitted_at desc nulls first, begun_at desc, reference`;
}

type Fragment = ReturnType<typeof nothingMore>;

function nothingMore(db: Db) {
	return db``;
}

function joined(db: Db, fragments: Fragment[]) {
	return fragments.reduce((all, one) => db`${all} ${one}`, nothingMore(db));
}
