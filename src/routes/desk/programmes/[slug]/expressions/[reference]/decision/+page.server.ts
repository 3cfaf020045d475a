import { decide, showDecision } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showDecision);

export const actions = {
	default: formAction(
		decide,
		({ slug, reference }) => `/desk/programmes/${slug}/expressions/${reference}/decision`
	)
};
