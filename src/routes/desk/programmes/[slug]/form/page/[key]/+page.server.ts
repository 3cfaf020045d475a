import { revisePage, showPage } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showPage);

export const actions = { save: formAction(revisePage, ({ slug }) => `/desk/programmes/${slug}/form`) };
