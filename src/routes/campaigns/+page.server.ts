import { listCampaigns } from '#areas/campaigns/server';
import { page } from '#server/web';

export const load = page(listCampaigns, { from: 'nothing', forAll: true });
