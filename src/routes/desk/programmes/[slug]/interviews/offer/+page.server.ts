import { writtenTime } from '#areas/programmes';
import { listInterviews, offerSlots } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listInterviews);

export const actions = {
	default: formAction(offerSlots, ({ slug }) => `/desk/programmes/${slug}/interviews`, {
		shape: (fields) => ({ ...fields, first: writtenTime(fields, 'first') })
	})
};
