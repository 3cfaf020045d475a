import type { Db } from '#server/db';

export type RedactionRow = {
	question: string;
	version: number;
	words: string;
	edition: number;
	madeAt: Date;
	madeBy: string;
};
/** By question. */
export type Redactions = Readonly<Record<string, RedactionRow>>;

export async function findRedactions(db: Db, expression: string): Promise<Redactions> {
	return (await findRedactionsOf(db, [expression])).get(expression) ?? {};
}

export async function findRedactionsOf(
	db: Db,
	expressions: readonly string[]
): Promise<Map<string, Redactions>> {
	const rows = await db<(RedactionRow & { expression: string })[]>`
		select expression, question, version, words, edition, made_at, made_by from programmes.redaction
		where expression = any(${expressions as string[]}::uuid[])`;
	const grouped = Map.groupBy(rows, ({ expression }) => expression);
	return new Map(
		[...grouped].map(([id, all]) => [id, Object.fromEntries(all.map((row) => [row.question, row]))])
	);
}

type NewRedaction = {
	expression: string;
	question: string;
	version: number;
	words: string;
	seen: number;
	at: Date;
	by: string;
};

/** False: somebody else has saved another one since `seen` (0: there was none). */
export async function saveRedaction(db: Db, redaction: NewRedaction): Promise<boolean> {
	const { expression, question, version, words, seen, at, by } = redaction;
	const { count } = await db`
		insert into programmes.redaction (expression, question, version, words, made_at, made_by)
		values (${expression}, ${question}, ${version}, ${words}, ${at}, ${by})
		on conflict (expression, question) do update
		set version = excluded.version, words = excluded.words, edition = redaction.edition + 1,
			made_at = excluded.made_at, made_by = excluded.made_by
		where redaction.edition = ${seen}`;
	return count === 1;
}

export async function deleteRedaction(db: Db, expression: string, question: string): Promise<void> {
	await db`delete from programmes.redaction where expression = ${expression} and question = ${question}`;
}
