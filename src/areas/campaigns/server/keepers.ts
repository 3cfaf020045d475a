import * as v from 'valibot';
import { ourselves, useCase } from '#server/use-case';
import { takesPart, type Part } from '../membership.ts';
import { findCampaignById } from './campaign.sql.ts';
import { listMembers } from './member.sql.ts';

/** Whoever looks after what a campaign holds about people. */
const keeping: readonly Part[] = ['coordinator', 'steward'];

export type Keepers = { slug: string; name: string; persons: string[] };

/** For areas that write to them: who coordinates a campaign or is its data steward, now. Null: there is no such campaign. */
export const listKeepers = useCase('campaigns.listKeepers', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	on: async ({ db }, { id }) => ({ campaign: await findCampaignById(db, id) }),
	may: ourselves,
	async run({ db, now }, _, { campaign }): Promise<Keepers | null> {
		if (!campaign) return null;
		const members = await listMembers(db, campaign.id);
		const keepers = members.filter((one) => keeping.includes(one.part) && takesPart(one, now));
		return { slug: campaign.slug, name: campaign.name, persons: keepers.map(({ person }) => person) };
	}
});
