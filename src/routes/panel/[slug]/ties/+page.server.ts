import { declareTies, showPanelRoom } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showPanelRoom);

export const actions = {
	default: formAction(declareTies, ({ slug }) => `/panel/${slug}`, { shape: nested })
};
