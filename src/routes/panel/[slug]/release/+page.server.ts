import { writtenTime } from '#areas/programmes';
import { releaseDecisions, showChairRelease } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showChairRelease);

export const actions = {
	default: formAction(releaseDecisions, ({ slug }) => `/panel/${slug}/release`, {
		shape: (fields) => ({ ...fields, until: writtenTime(fields, 'until') })
	})
};
