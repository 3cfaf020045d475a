import { recordRequest, showRequests } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

/** The form is for whoever may look at the list. */
export const load = page(showRequests);

export const actions = {
	default: formAction(recordRequest, ({ slug }) => `/desk/programmes/${slug}/requests`, {
		shape: (fields) => ({
			...fields,
			came: { day: fields['came-day'], month: fields['came-month'], year: fields['came-year'] }
		})
	})
};
