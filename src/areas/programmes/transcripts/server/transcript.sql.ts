import type { Db } from '#server/db';

export type TranscriptRow = {
	expression: string;
	question: string;
	/** Of which recording: another one in its place has none. */
	file: string;
	words: string;
	by: string;
	at: Date;
	edition: number;
};

export function listTranscripts(db: Db, expressions: readonly string[]): Promise<TranscriptRow[]> {
	return db<TranscriptRow[]>`
		select expression, question, file, words, by, at, edition from programmes.transcript
		where expression = any(${expressions as string[]}::uuid[])`;
}

export async function saveTranscript(
	db: Db,
	{ expression, question, file, words, by, at }: Omit<TranscriptRow, 'edition'>
): Promise<void> {
	await db`
		insert into programmes.transcript (expression, question, file, words, by, at)
		values (${expression}, ${question}, ${file}, ${words}, ${by}, ${at})
		on conflict (expression, question) do update set file = excluded.file, words = excluded.words, by = excluded.by,
			at = excluded.at, edition = transcript.edition + 1`;
}

export async function deleteTranscript(db: Db, expression: string, question: string): Promise<void> {
	await db`delete from programmes.transcript where expression = ${expression} and question = ${question}`;
}

/** When the recording goes. */
export async function deleteTranscriptOf(db: Db, expression: string, file: string): Promise<void> {
	await db`delete from programmes.transcript where expression = ${expression} and file = ${file}`;
}
