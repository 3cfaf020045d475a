import { reopenCall, showDraft } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showDraft);

export const actions = { default: formAction(reopenCall, ({ slug }) => `/desk/programmes/${slug}`) };
