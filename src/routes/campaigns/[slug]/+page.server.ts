import { listBoards, showCanvas } from '#areas/boards/server';
import { showCampaign } from '#areas/campaigns/server';
import { page } from '#server/web';
import type { PageServerLoad } from './$types';

const campaign = page(showCampaign, { from: 'both' });
const boards = page(listBoards, { from: 'both' });
const canvas = page(showCanvas, { from: 'both' });

export const load: PageServerLoad = async (event) => ({
	...(await campaign(event)),
	boards: (await boards(event)).view,
	canvas: (await canvas(event)).view
});
