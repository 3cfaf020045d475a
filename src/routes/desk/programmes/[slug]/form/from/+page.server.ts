import { showSources, takeForm } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showSources);

export const actions = {
	default: formAction(takeForm, ({ slug, id }) => `/desk/programmes/${slug}/form?removed=${id}`)
};
