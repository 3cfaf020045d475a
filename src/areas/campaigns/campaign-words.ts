// words: for staff (and for members of a campaign, in the languages of their rooms)
import * as m from '#words';
import type { Care } from './campaign.ts';
import type { Part } from './membership.ts';

export const partWords: Record<Part, () => string> = {
	coordinator: m.campaigns_part_coordinator,
	steward: m.campaigns_part_steward,
	member: m.campaigns_part_member,
	guest: m.campaigns_part_guest
};

export const careWords: Record<Care, () => string> = {
	usual: m.campaigns_care_usual,
	high: m.campaigns_care_high,
	extreme: m.campaigns_care_extreme
};
