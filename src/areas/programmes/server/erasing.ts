import { forgetLetters } from '#server/mail';
import { purgeFilesOf } from '#server/files';
import type { Context } from '#server/use-case';
import type { Ending } from '../expression.ts';
import { askToWriteDown } from '../keeping/server/journal.ts';
import { makeHusk } from './erasing.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { forgetTogether } from '../together/server/forget.ts';
import { forgetRelease } from '../release/server/forget.ts';
import { deleteWaysIn } from './return-code.sql.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };
export type Why = Ending['why'] | 'asked' | 'spam' | 'early';

/** Answers, files, letters, codes and browsers go at once; other areas hear of it and delete what they keep beside. */
export async function erase(
	context: Recording,
	{ id, call }: Pick<ExpressionRow, 'id' | 'call'>,
	why: Why
): Promise<void> {
	await purgeFilesOf(context, { kind: 'expression', id });
	await forgetLetters(context, { kind: 'expression', id });
	await deleteWaysIn(context.db, id);
	await forgetTogether(context, id);
	await forgetRelease(context, id, why);
	await makeHusk(context.db, id, why, context.now);
	await askToWriteDown(context, { expression: id, at: context.now.toISOString(), why });
	await context.record('expression.erased', { id, call, why });
}
