import {
	lookAtQuestion,
	removeQuestion,
	reviseQuestion,
	setFindingAside,
	showBuilderQuestion,
	takeFindingUp
} from '#areas/programmes/server';
import { answerAction, formAction, nested, page, type Fields } from '#server/web';

const look = page(showBuilderQuestion);
export const load = async (event: Parameters<typeof look>[0]) => ({
	...(await look(event)),
	theme: event.url.searchParams.get('theme') === 'dark' ? ('dark' as const) : ('light' as const)
});

const here = ({ slug, question }: { slug: string; question: string }) =>
	`/desk/programmes/${slug}/form/question/${question}`;
const finding = (fields: Fields) => ({ ...fields, question: fields['finding'] });
export const actions = {
	save: formAction(
		reviseQuestion,
		({ slug, question }) => `/desk/programmes/${slug}/form#question-${question}`,
		{
			shape: nested
		}
	),
	stay: formAction(reviseQuestion, here, { shape: nested }),
	look: answerAction(lookAtQuestion, { shape: nested }),
	remove: formAction(removeQuestion, ({ slug, id }) => `/desk/programmes/${slug}/form?removed=${id}`),
	aside: formAction(setFindingAside, here, { shape: finding }),
	takeUp: formAction(takeFindingUp, here, { shape: finding })
};
