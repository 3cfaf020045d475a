import type { Db } from '#server/db';
import type { Actor } from '#shared/actor';
import { groupOf, listTables, visibleTo } from '../../server/expression.sql.ts';
import type { OfferEnd } from '../release.ts';

export type OfferRow = {
	id: string;
	expression: string;
	call: string;
	replaces: string | null;
	madeAt: Date;
	until: Date;
	end: OfferEnd | null;
	endedAt: Date | null;
	/** Somebody moved up in its place. */
	isPassedOn: boolean;
};

export async function findOfferOf(db: Db, expression: string): Promise<OfferRow | undefined> {
	const [row] = await db<OfferRow[]>`${offers(db)} where offer.expression = ${expression}`;
	return row;
}

export async function findOffer(db: Db, id: string): Promise<OfferRow | undefined> {
	const [row] = await db<OfferRow[]>`${offers(db)} where offer.id = ${id}`;
	return row;
}

export function listOffers(db: Db, call: string): Promise<OfferRow[]> {
	return db<
		OfferRow[]
	>`${offers(db)} where offer.call = ${call} order by offer.until, offer.made_at, offer.id`;
}

/** Whose answer is still to come. */
export function listOpenOffers(db: Db, now: Date): Promise<OfferRow[]> {
	return db<OfferRow[]>`
		${offers(db)} where offer_end.offer is null and offer.until > ${now} order by offer.until, offer.id`;
}

/** Calls in which a place may be passed on: one is vacant, and somebody waits for it. */
export async function listVacantCalls(db: Db, now: Date): Promise<string[]> {
	const rows = await db<{ call: string }[]>`
		select distinct call from (${offers(db)}) offer
		where not is_passed_on and ("end" in ('declined', 'lapsed', 'withdrawn', 'closed') or ("end" is null and until <= ${now}))
			and exists (${waiting(db)} and outcome.call = offer.call)
		order by call`;
	return rows.map(({ call }) => call);
}

/** Reserves who wait, in their order. */
export async function listWaiting(db: Db, call: string): Promise<string[]> {
	const rows = await db<{ expression: string }[]>`
		${waiting(db)} and outcome.call = ${call} order by outcome.position, outcome.expression`;
	return rows.map(({ expression }) => expression);
}

/** Answers and moving up take turns: whoever waits here sees what the other did. */
export async function lockOffers(db: Db, call: string): Promise<void> {
	await db`select 1 from programmes.release where call = ${call} and number = 1 for update`;
}

type NewOffer = { expression: string; call: string; replaces: string | null; at: Date; until: Date };

export async function insertOffer(
	db: Db,
	{ expression, call, replaces, at, until }: NewOffer
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.offer (expression, call, replaces, made_at, until)
		values (${expression}, ${call}, ${replaces}, ${at}, ${until}) returning id`;
	return row!.id;
}

export async function endOffer(
	db: Db,
	{ offer, how, words, at }: { offer: string; how: OfferEnd; words: string | null; at: Date }
): Promise<void> {
	await db`
		insert into programmes.offer_end (offer, how, words, at) values (${offer}, ${how}, ${words}, ${at})`;
}

/** A place that was accepted is given back: the place of the offer is free again. */
export async function takeBackAnswer(db: Db, offer: string, at: Date): Promise<void> {
	await db`update programmes.offer_end set how = 'withdrawn', words = null, at = ${at} where offer = ${offer}`;
}

export async function findWordsOfEnd(db: Db, offer: string): Promise<string | null> {
	const [row] = await db<{ words: string | null }[]>`
		select words from programmes.offer_end where offer = ${offer}`;
	return row?.words ?? null;
}

/** Of an application that was deleted no offer is kept. */
export async function deleteOfferOf(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.offer where expression = ${expression}`;
}

/** Those of applications that are gone, once what they left was passed on. */
export async function deleteOffersOfErased(db: Db, call: string): Promise<void> {
	await db`
		delete from programmes.offer using programmes.expression
		where expression.id = offer.expression and offer.call = ${call} and expression.erased_at is not null`;
}

export async function cohortOf(db: Db, call: string, at: Date): Promise<string> {
	await db`
		insert into programmes.cohort (call, begun_at) values (${call}, ${at}) on conflict (call) do nothing`;
	const [row] = await db<{ id: string }[]>`select id from programmes.cohort where call = ${call}`;
	return row!.id;
}

export async function insertPlace(
	db: Db,
	{ cohort, expression, at }: { cohort: string; expression: string; at: Date }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.place (cohort, expression, accepted_at) values (${cohort}, ${expression}, ${at})
		returning id`;
	return row!.id;
}

export type PlaceRow = {
	id: string;
	cohort: string;
	expression: string;
	call: string;
	acceptedAt: Date;
	endedAt: Date | null;
};

export async function findPlace(db: Db, id: string): Promise<PlaceRow | undefined> {
	const [row] = await db<PlaceRow[]>`${places(db)} where place.id = ${id}`;
	return row;
}

export async function findPlaceOf(db: Db, expression: string): Promise<PlaceRow | undefined> {
	const [row] = await db<PlaceRow[]>`${places(db)} where place.expression = ${expression}`;
	return row;
}

/** `reference` and `name` are null once the application was deleted; `name` also while nobody said what the group is called. */
export type PlaceLine = { id: string; reference: string | null; name: string | null };

/** The places of a call that are held, of applications that the actor may see, and of those that are deleted. */
export function listPlaceLines(db: Db, actor: Actor, call: string): Promise<PlaceLine[]> {
	return db<PlaceLine[]>`
		select place.id, expression.reference, ${groupOf(db)} as name
		${listTables(db)}
		join programmes.place on place.expression = expression.id and place.ended_at is null
		where expression.call = ${call} and (expression.erased_at is not null or ${visibleTo(db, actor)})
		order by lower(${groupOf(db)}), place.accepted_at, place.id`;
}

export async function endPlace(db: Db, id: string, at: Date): Promise<void> {
	await db`update programmes.place set ended_at = ${at} where id = ${id}`;
}

function offers(db: Db) {
	return db`
		select offer.*, offer_end.how as "end", offer_end.at as ended_at,
			exists (select from programmes.offer next where next.replaces = offer.id) as is_passed_on
		from programmes.offer left join programmes.offer_end on offer_end.offer = offer.id`;
}

function places(db: Db) {
	return db`
		select place.*, cohort.call from programmes.place join programmes.cohort on cohort.id = place.cohort`;
}

function waiting(db: Db) {
	return db`
		select outcome.expression from programmes.outcome
		join programmes.expression on expression.id = outcome.expression and expression.erased_at is null
		left join programmes.withdrawal on withdrawal.expression = outcome.expression
		where outcome.kind = 'reserve' and outcome.over_at is null and withdrawal.expression is null
			and not exists (select from programmes.offer had where had.expression = outcome.expression)`;
}
