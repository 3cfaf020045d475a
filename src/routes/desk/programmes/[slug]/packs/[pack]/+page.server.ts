import { cancelPack, showPack } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showPack);

export const actions = {
	cancel: formAction(cancelPack, ({ slug, narrowing }) => `/desk/programmes/${slug}/expressions${narrowing}`)
};
