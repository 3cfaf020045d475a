import { removeSection, reviseSection, showSection } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showSection);

export const actions = {
	save: formAction(reviseSection, ({ slug }) => `/desk/programmes/${slug}/form`),
	remove: formAction(removeSection, ({ slug, id }) => `/desk/programmes/${slug}/form?removed=${id}`)
};
