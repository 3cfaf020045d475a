import { restoreVersion, showVersions } from '#areas/toolkit/server';
import { formAction, page } from '#server/web';

export const load = page(showVersions);

export const actions = {
	default: formAction(restoreVersion, ({ slug }) => `/desk/toolkit/${slug}`)
};
