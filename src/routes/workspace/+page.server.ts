import { listOwnCampaigns } from '#areas/campaigns/server';
import { page } from '#server/web';

export const load = page(listOwnCampaigns, { from: 'nothing' });
