import { forgetLetters } from '#server/mail';
import type { Context } from '#server/use-case';
import { deleteTogether, listPeople } from './person.sql.ts';

/** With the application goes everything that several people had of it: who they are, comments, earlier texts, letters. */
export async function forgetTogether(context: Context, expression: string): Promise<void> {
	for (const { id } of await listPeople(context.db, expression))
		await forgetLetters(context, { kind: 'co-applicant', id });
	await deleteTogether(context.db, expression);
}
