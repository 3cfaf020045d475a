import { addBlankQuestion, addQuestion, showSources } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showSources, { from: 'both' });

const onwards = ({ slug, question }: { slug: string; question: string }) =>
	`/desk/programmes/${slug}/form/question/${question}`;
export const actions = {
	blank: formAction(addBlankQuestion, onwards),
	take: formAction(addQuestion, onwards)
};
