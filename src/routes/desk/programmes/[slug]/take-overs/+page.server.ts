import { decideTakeOver, listTakeOvers } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listTakeOvers);

export const actions = {
	default: formAction(decideTakeOver, ({ slug }) => `/desk/programmes/${slug}/take-overs`)
};
