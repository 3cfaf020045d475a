import type { Context } from '#server/use-case';
import type { Whole } from '../../server/whole.ts';
import { isMergedAway } from './pair.sql.ts';

/** That another application is read together with this one. With whose is never said: it may be somebody else's. */
export async function mergedOf(
	{ db }: Context,
	{ expression, call }: Whole
): Promise<{ contact: string } | null> {
	if (expression.withdrawnAt || !(await isMergedAway(db, expression.id))) return null;
	const { name, email } = call.content.contact;
	return { contact: [name, email].filter(Boolean).join(', ') };
}
