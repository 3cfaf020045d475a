import { listInterviews, withdrawSlot } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listInterviews);

export const actions = {
	withdraw: formAction(withdrawSlot, ({ slug }) => `/desk/programmes/${slug}/interviews`)
};
