import { takeEverything } from '#areas/boards/server';
import { campaignZip } from '#areas/boards/ui';
import { downloadParts, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(takeEverything, {
	from: 'both',
	guard: underCostlyCeiling,
	as: (taken) => downloadParts(campaignZip(taken), `${taken.address}.zip`, 'application/zip')
});
