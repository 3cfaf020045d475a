import { showTyping, takeOverTyping } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showTyping);

export const actions = {
	takeOver: formAction(
		takeOverTyping,
		({ slug, reference }) => `/desk/programmes/${slug}/typing/${reference}`
	)
};
