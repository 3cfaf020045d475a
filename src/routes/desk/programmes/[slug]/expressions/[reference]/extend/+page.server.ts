import { writtenTime } from '#areas/programmes';
import { extendDeadline, showMoreTime } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showMoreTime);

export const actions = {
	default: formAction(
		extendDeadline,
		({ slug, reference }) => `/desk/programmes/${slug}/expressions/${reference}/extend?given`,
		{ shape: ({ why, ...fields }) => ({ why, until: writtenTime(fields, 'until') }) }
	)
};
