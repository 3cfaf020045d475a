import type { KindOfCampaign } from '#areas/programmes';
import type { Care } from '../campaign.ts';
import type { Part } from '../membership.ts';

/**
 * All that a campaign is, to leave with. `Person` is whoever did something: an id in the database, a key in a file.
 * Who may see it is a setting of the place where it is, and stays behind; so do the programme and the cohort.
 */
export type Whole<Person = string> = {
	address: string;
	name: string;
	community: string;
	change: string;
	data: string;
	kind: KindOfCampaign | null;
	care: Care;
	begunAt: Date;
	formerNames: { address: string; name: string; isSaid: boolean; until: Date; by: Person | null }[];
	members: {
		person: Person;
		part: Part;
		called: string;
		until: Date | null;
		invitedAt: Date;
		invitedBy: Person | null;
		acceptedAt: Date;
		endedAt: Date | null;
		endedBy: Person | null;
	}[];
};
