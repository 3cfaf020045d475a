import type { Db } from '#server/db';
import type { LetterKind } from '../letters.ts';

export type WordsRow = { kind: LetterKind; language: string; words: string; edition: number };

export function listWords(db: Db, call: string, kind?: LetterKind): Promise<WordsRow[]> {
	return db<WordsRow[]>`
		select kind, language, words, edition from programmes.decision_words
		where call = ${call} and ${kind ? db`kind = ${kind}` : db`true`} order by kind, language`;
}

type NewWords = { call: string; kind: LetterKind; language: string; words: string; at: Date; by: string };

export async function saveWords(db: Db, { call, kind, language, words, at, by }: NewWords): Promise<void> {
	await db`
		insert into programmes.decision_words (call, kind, language, words, written_at, written_by)
		values (${call}, ${kind}, ${language}, ${words}, ${at}, ${by})
		on conflict (call, kind, language) do update
		set words = excluded.words, written_at = excluded.written_at, written_by = excluded.written_by,
			edition = decision_words.edition + 1`;
}

/** Nothing of its own: the letter is ours again. */
export async function deleteWords(
	db: Db,
	{ call, kind, language }: Pick<NewWords, 'call' | 'kind' | 'language'>
): Promise<void> {
	await db`
		delete from programmes.decision_words
		where call = ${call} and kind = ${kind} and language = ${language}`;
}
