import { openCampaign, showOpening } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';

export const load = page(showOpening, { from: 'nothing' });

export const actions = { default: formAction(openCampaign, ({ slug }) => `/workspace/${slug}`) };
