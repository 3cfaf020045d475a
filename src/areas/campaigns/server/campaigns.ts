import { readPlace } from '#areas/programmes/server';
import { ourselves, useCase } from '#server/use-case';
import { addressFor, addressOf } from '../campaign.ts';
import { ByPlace } from '../campaign.schema.ts';
import {
	deleteCampaign,
	findCampaignOf,
	insertCampaign,
	insertCoordinator,
	slugsLike
} from './campaign.sql.ts';

/** An accepted place begins a campaign, with whoever led the application as its first coordinator. A second time nothing happens. */
export const beginCampaign = useCase('campaigns.beginCampaign', {
	input: ByPlace,
	on: (context, { place: id }) => readPlace.within(context, { id }),
	may: ourselves,
	async run({ db, now, record }, { place }, { name, community, change, data, kind, lead }) {
		const taken = await slugsLike(db, addressOf(name));
		if (await findCampaignOf(db, place)) return;
		const says = { name, community, change, data, kind };
		const campaign = await insertCampaign(db, {
			...says,
			slug: addressFor(name, taken),
			begunAt: now,
			place
		});
		await insertCoordinator(db, { campaign, ...lead, at: now });
		await record('campaign.begun', { id: campaign, place });
	}
});

/** The place was given back: what began with it ends. */
export const endCampaign = useCase('campaigns.endCampaign', {
	input: ByPlace,
	on: async ({ db }, { place }) => ({ campaign: await findCampaignOf(db, place) }),
	may: ourselves,
	async run({ db, record }, { place }, { campaign }) {
		if (!campaign) return;
		await deleteCampaign(db, campaign.id);
		await record('campaign.ended', { id: campaign.id, place });
	}
});
