import { eraseDueNow, listEndings } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listEndings);

export const actions = { default: formAction(eraseDueNow, ({ slug }) => `/desk/programmes/${slug}/endings`) };
