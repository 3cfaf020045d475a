import { showTranslation, translateCall } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showTranslation);

export const actions = {
	default: formAction(translateCall, ({ slug }) => `/desk/programmes/${slug}`, { shape: nested })
};
