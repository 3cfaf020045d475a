import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import type { ExpressionRow } from './expression.sql.ts';
import { listTypists } from './typing.sql.ts';

/** The names of those who typed up what came on paper or by telephone, in their order; nobody for all others. */
export async function typedBy(
	context: Pick<Context, 'db'>,
	{ id, enteredFrom }: Pick<ExpressionRow, 'id' | 'enteredFrom'>
): Promise<string[]> {
	if (!enteredFrom) return [];
	const typists = await listTypists(context.db, id);
	const names = await namesOf(context, typists);
	return typists.flatMap((typist) => names.get(typist) ?? []);
}
