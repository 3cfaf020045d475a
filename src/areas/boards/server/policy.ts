import type { Standing } from '#areas/campaigns/server';
import type { Actor } from '#shared/actor';

/** Whoever may read the campaign; which of its boards they are shown is the view's. */
export function campaignReader(_: Actor, { campaign }: Pick<Standing, 'campaign'>): boolean {
	return campaign !== undefined;
}

/** Whoever takes part in the campaign, and is no guest. */
export function campaignMember(_: Actor, { member }: Pick<Standing, 'member'>): boolean {
	return member !== null && member.part !== 'guest';
}
