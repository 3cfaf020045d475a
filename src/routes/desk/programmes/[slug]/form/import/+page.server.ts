import { readFormFile, showFormExchange, takeFormFile } from '#areas/programmes/server';
import { answerAction, formAction, page } from '#server/web';

export const load = page(showFormExchange, { from: 'both' });

export const actions = {
	look: answerAction(readFormFile),
	take: formAction(takeFormFile, ({ slug }) => `/desk/programmes/${slug}/form/import?taken=yes`)
};
