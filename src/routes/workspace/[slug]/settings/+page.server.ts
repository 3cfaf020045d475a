import { describeCampaign, renameCampaign, shareCampaign, showSettings } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';

export const load = page(showSettings);

const settings = ({ slug }: { slug: string }) => `/workspace/${slug}/settings`;
export const actions = {
	describe: formAction(describeCampaign, settings),
	rename: formAction(renameCampaign, settings),
	share: formAction(shareCampaign, settings)
};
