import { showTranslation, translateActivity } from '#areas/toolkit/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showTranslation);

export const actions = {
	default: formAction(translateActivity, ({ slug }) => `/desk/toolkit/${slug}`, { shape: nested })
};
