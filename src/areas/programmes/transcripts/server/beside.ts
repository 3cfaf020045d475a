import type { Answers } from '#areas/forms';
import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import { recordings } from '#shared/file-kinds';
import { listTranscripts } from './transcript.sql.ts';

export type Transcript = { file: string; words: string; who: string | null; at: Date; edition: number };
/** By question; of recordings alone. */
export type Transcripts = Record<string, Transcript>;

/** The transcripts of several, by the id of their expression. Where there is no recording nothing is asked. */
export async function transcriptsOf(
	context: Context,
	answers: ReadonlyMap<string, Answers>
): Promise<Map<string, Transcripts>> {
	const ids = [...answers].flatMap(([id, all]) => (Object.values(all).some(isRecorded) ? [id] : []));
	const rows = ids.length ? await listTranscripts(context.db, ids) : [];
	const names = rows.length
		? await namesOf(
				context,
				rows.map(({ by }) => by)
			)
		: new Map<string, string>();
	const grouped = Map.groupBy(rows, ({ expression }) => expression);
	return new Map(
		[...grouped].map(([id, all]) => [
			id,
			Object.fromEntries(
				all.map(({ question, file, words, by, at, edition }) => [
					question,
					{ file, words, who: names.get(by) ?? null, at, edition }
				])
			)
		])
	);
}

function isRecorded({ value }: Answers[string]): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'file' in value &&
		(recordings as readonly string[]).includes(value.kind)
	);
}
