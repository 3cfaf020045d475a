import { inviteFirst, listUninvited } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';

export const load = page(listUninvited);

export const actions = {
	default: formAction(inviteFirst, ({ slug }) => `/desk/programmes/${slug}/uninvited`)
};
