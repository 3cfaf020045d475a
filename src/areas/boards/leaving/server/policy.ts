import type { CampaignToLeave } from '#areas/campaigns/server';
import type { Actor } from '#shared/actor';

/** Whoever coordinates the campaign: `readOwnWhole` gives it to nobody else. */
export function leavingCoordinator(_: Actor, { whole }: Pick<CampaignToLeave, 'whole'>): boolean {
	return whole !== undefined;
}
