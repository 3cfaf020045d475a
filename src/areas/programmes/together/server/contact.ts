import { questionsOf, read } from '#areas/forms';
import { house } from '#shared/actor';
import type { Context } from '#server/use-case';
import { saveAnswer } from '../../server/answer.sql.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { readWhole } from '../../server/whole.ts';
import { aboutTheLead } from '../together.ts';
import { forgetFormer, type PersonRow } from './person.sql.ts';
import { signAnswer } from './writer.sql.ts';

/** How whoever leads from now on is reached: the answers under "How to reach you". */
export type Contact = { name: string; email: string; telephone: string };

/**
 * Letters go there at once, whatever the deadline, and whether it was sent or not; of how the lead before was reached
 * nothing is kept.
 */
export async function writeContact(
	context: Context,
	expression: ExpressionRow,
	{ id, locale }: PersonRow,
	contact: Contact
): Promise<void> {
	const { db, now } = context;
	const { form } = await readWhole({ ...context, actor: house }, expression);
	const said = { 'contact-name': contact.name, email: contact.email, telephone: contact.telephone };
	for (const key of aboutTheLead) {
		const question = questionsOf(form).find((one) => one.key === key);
		if (!question) continue;
		const typed = said[key] || null;
		const which = { expression: expression.id, question: key, at: now };
		await saveAnswer(db, { ...which, typed, value: read(question, typed).value, locale });
		await signAnswer(db, { ...which, writer: id });
		await forgetFormer(db, which);
	}
}
