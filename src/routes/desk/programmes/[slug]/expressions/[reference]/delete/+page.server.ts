import { eraseEarly, showEarlyErasing } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showEarlyErasing);

export const actions = {
	default: formAction(
		eraseEarly,
		({ slug, receipt }) => `/desk/programmes/${slug}/endings/receipts/${receipt}`
	)
};
