import { inviteToPanel, showPanelDesk } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showPanelDesk);

export const actions = { default: formAction(inviteToPanel, ({ slug }) => `/desk/programmes/${slug}/panel`) };
