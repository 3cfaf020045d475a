import { questionsOf } from '#areas/forms';
import type { Context } from '#server/use-case';
import type { Whole } from '../../server/whole.ts';
import { signsOf, type Sign } from '../spam.ts';
import { countSameText } from './spam.sql.ts';

/** What is unusual, from the answers that everybody on the staff may read. */
export async function signsIn(context: Context, { expression, form, answers }: Whole): Promise<Sign[]> {
	const { begunAt, submittedAt, enteredFrom } = expression;
	if (!submittedAt) return [];
	const written = questionsOf(form).filter(({ kind, key }) => kind === 'long-text' && isForStaff(form, key));
	const keys = written.map(({ key }) => key);
	const texts = keys.flatMap((key) => {
		const value = answers[key]?.value;
		return typeof value === 'string' ? [value] : [];
	});
	const others = await countSameText(context.db, context.actor, expression, keys);
	return signsOf({ begunAt, submittedAt, enteredFrom, texts, others });
}

function isForStaff(form: Whole['form'], key: string): boolean {
	const questions = form.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
	return questions.some((one) => one.key === key && one.seenBy !== 'access');
}
