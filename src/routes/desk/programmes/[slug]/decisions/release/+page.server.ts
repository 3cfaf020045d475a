import { writtenTime } from '#areas/programmes';
import { releaseDecisions, showRelease } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showRelease);

export const actions = {
	default: formAction(releaseDecisions, ({ slug }) => `/desk/programmes/${slug}/decisions`, {
		shape: (fields) => ({ ...fields, until: writtenTime(fields, 'until') })
	})
};
