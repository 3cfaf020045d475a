import { publishForm, showBuilder } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showBuilder);

export const actions = {
	default: formAction(publishForm, ({ slug }) => `/desk/programmes/${slug}/form/versions`)
};
