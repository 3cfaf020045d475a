import type { Db } from '#server/db';
import { shortestGuessed, sketchOf, type Wanted } from '../looking.ts';

export type Card = {
	expression: string;
	call: string;
	/** Which questions it is made from. */
	shape: string;
	kind: string | null;
	stage: string | null;
	region: string | null;
	name: string | null;
	nameKey: string;
	names: string;
	words: readonly string[];
	at: Date;
};

export async function saveCard(db: Db, card: Card): Promise<void> {
	const { expression, call, shape, kind, stage, region, name, nameKey, names, words, at } = card;
	await deleteCard(db, expression);
	await db`
		insert into programmes.card
			(expression, call, shape, kind, stage, region, name, name_key, names, words, made_at)
		values (${expression}, ${call}, ${shape}, ${kind}, ${stage}, ${region}, ${name}, ${nameKey}, ${names},
			array_to_tsvector(${words as string[]}::text[]), ${at})`;
	await keepWords(db, { call, expression, words: words.filter(isGuessed) });
}

/** Not from a card that was made when more could be seen. */
export async function findNameOnCard(
	db: Db,
	expression: string,
	shapes: readonly string[]
): Promise<string | null> {
	const [row] = await db<{ name: string | null }[]>`
		select name from programmes.card where expression = ${expression} and shape = any(${shapes as string[]})`;
	return row?.name?.trim() || null;
}

/** Its words go with it, but for those that another card has too: they hang on that one from now on. */
export async function deleteCard(db: Db, expression: string): Promise<void> {
	const orphans = await db<{ call: string; word: string }[]>`
		select call, word from programmes.card_word where card = ${expression}`;
	const gone = await db`delete from programmes.card where expression = ${expression} returning 1`;
	if (!gone.length || !orphans.length) return;
	await db`
		insert into programmes.card_word (call, word, sketch, card)
		select orphan.call, orphan.word, orphan.sketch, other.expression
		from unnest(${orphans.map(({ call }) => call)}::uuid[], ${orphans.map(({ word }) => word)}::text[],
			${orphans.map(({ word }) => sketchOf(word))}::text[]) as orphan (call, word, sketch)
		cross join lateral (
			select expression from programmes.card
			where card.call = orphan.call and card.words @@ quote_literal(orphan.word)::tsquery limit 1) other
		order by orphan.word
		on conflict do nothing`;
}

/** Always in one order, so that two who send at the same moment never wait for each other. */
async function keepWords(
	db: Db,
	{ call, expression, words }: { call: string; expression: string; words: string[] }
): Promise<void> {
	await db`
		insert into programmes.card_word (call, word, sketch, card)
		select ${call}, word, sketch, ${expression}
		from unnest(${words}::text[], ${words.map(sketchOf)}::text[]) as kept (word, sketch)
		where not exists (select from programmes.card_word known where known.call = ${call} and known.word = kept.word)
		order by word on conflict do nothing`;
}

/** A number is not guessed: another one means something else. */
function isGuessed(word: string): boolean {
	return word.length >= shortestGuessed && !/^\d+$/.test(word);
}

/** Which of these words no card of the call begins with. */
export async function unknownWords(db: Db, call: string, words: readonly string[]): Promise<string[]> {
	const guessed = words.filter(isGuessed);
	if (!guessed.length) return [];
	const rows = await db<{ word: string }[]>`
		select word from unnest(${guessed}::text[]) as word where not exists (
			select from programmes.card where card.call = ${call}
				and (card.words @@ (quote_literal(word) || ':*')::tsquery or card.names like '%' || word || '%'))`;
	return rows.map(({ word }) => word);
}

/** Words of the call's cards that are like this one, the likest first. */
export async function likeWords(db: Db, call: string, word: string): Promise<string[]> {
	const sketch = sketchOf(word);
	const rows = await db<{ word: string }[]>`
		select word from programmes.card_word
		where call = ${call} and sketch % ${sketch} and length(word) between ${word.length - 2} and ${word.length + 2}
		order by similarity(sketch, ${sketch}) desc, word limit 60`;
	return rows.map((row) => row.word);
}

/** Sent, not withdrawn, and without a card, or with one made from other questions than these. */
export async function listWithoutCard(
	db: Db,
	call: string,
	shapes: readonly string[],
	most: number
): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select expression.id from programmes.expression
		join programmes.submission on submission.expression = expression.id
		left join programmes.withdrawal on withdrawal.expression = expression.id
		left join programmes.card on card.expression = expression.id
		where expression.call = ${call} and expression.erased_at is null and withdrawal.at is null
			and (card.shape is null or card.shape <> all(${shapes as string[]}::text[]))
		order by expression.id limit ${most}`;
	return rows.map(({ id }) => id);
}

/** Calls that somebody has sent something to. */
export async function listCallsWithCards(db: Db): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		select id from programmes.call where exists (
			select from programmes.expression join programmes.submission on submission.expression = expression.id
			where expression.call = call.id and expression.erased_at is null)`;
	return rows.map(({ id }) => id);
}

/** The condition under which a card has every word that is looked for. */
export function cardHas(db: Db, wanted: readonly Wanted[]) {
	return wanted.reduce(
		(all, { word, similar }) => db`${all} and (card.words @@ ${queryFor(word, similar)}::tsquery
			or card.names like ${`%${word}%`})`,
		wanted.length ? db`true` : db`false`
	);
}

/** Words are letters and figures alone, so that nothing in them means anything to PostgreSQL. */
function queryFor(word: string, similar: readonly string[]): string {
	return [`'${word}':*`, ...similar.map((one) => `'${one}'`)].join(' | ');
}
