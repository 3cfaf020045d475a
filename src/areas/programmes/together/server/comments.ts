import { questionsOf } from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { holding } from '../../server/expression-policy.ts';
import { readWhole } from '../../server/whole.ts';
import { OneComment, WriteComment } from '../together.schema.ts';
import { isPersonal, mostComments } from '../together.ts';
import { countComments, deleteComment, insertComment } from './comment.sql.ts';
import { whoMayComment } from './policy.ts';
import { coOf } from './who.ts';

/** A note to the others beside an answer. Staff never see it, and it goes with the application. */
export const writeComment = useCase('programmes.writeComment', {
	input: WriteComment,
	on: holding,
	may: whoMayComment,
	async run(context, { reference, question, comment }, { expression: { id } }) {
		const expression = await lockExpression(context.db, id);
		const writer = coOf(context.actor);
		const page = await pageOf(context, expression, question);
		if (!writer || !page) throw new Problem('not-found');
		if ((await countComments(context.db, id)) >= mostComments) throw new Problem('too-many-comments');
		await insertComment(context.db, { expression: id, question, writer, words: comment, at: context.now });
		return { reference, page };
	}
});

/** Whoever wrote it takes it away, for everybody. */
export const deleteOwnComment = useCase('programmes.deleteOwnComment', {
	input: OneComment,
	on: holding,
	may: whoMayComment,
	async run(context, { reference, comment }, { expression }) {
		const question = await deleteComment(context.db, comment, coOf(context.actor));
		const page = question && (await pageOf(context, expression, question));
		if (!page) throw new Problem('not-found');
		return { reference, page };
	}
});

/** What one person writes for themselves is nothing that others comment on. */
async function pageOf(context: Context, expression: ExpressionRow, key: string): Promise<string | undefined> {
	const { form } = await readWhole(context, expression);
	const question = questionsOf(form).find((one) => one.key === key);
	if (!question || isPersonal(question)) return undefined;
	return form.sections
		.flatMap(({ pages }) => pages)
		.find(({ questions }) => questions.some((one) => one.key === key))?.key;
}
