import * as v from 'valibot';
import { readPlace } from '#areas/programmes/server';
import { findPersonOf, personWith } from '#server/identity';
import { Problem, Unusable } from '#shared/problem';
import { ourselves, useCase } from '#server/use-case';
import { ByPlace, Describing, Opening, Renaming, Sharing } from '../campaign.schema.ts';
import { levelsFor } from '../sharing.ts';
import { newAddress } from './address.ts';
import { coordinatorOf, signedInPerson } from './policy.ts';
import { personOf, standingIn } from './standing.ts';
import { insertMember } from './member.sql.ts';
import {
	deleteCampaign,
	describe,
	findCampaignOf,
	insertCampaign,
	lockPlace,
	rename,
	setShare
} from './campaign.sql.ts';
import { writeToMember } from './letters.ts';
import { insertUninvited } from './uninvited.sql.ts';

/** An accepted place begins a campaign, and whoever led the application is asked to coordinate it. A second time nothing happens. */
export const beginCampaign = useCase('campaigns.beginCampaign', {
	input: ByPlace,
	on: (context, { place: id }) => readPlace.within(context, { id }),
	may: ourselves,
	async run(context, { place }, { name, community, change, data, kind, call, lead }) {
		const { db, now, record } = context;
		await lockPlace(db, place);
		if (await findCampaignOf(db, place)) return;
		const says = { name, community, change, data, kind, care: 'usual' as const };
		const at = { begunAt: now, place, cohort: call };
		const campaign = await insertCampaign(db, { ...says, ...at, slug: await newAddress(db, name) });
		await record('campaign.begun', { id: campaign, place });
		const { email, locale } = lead;
		if (!email) return insertUninvited(db, campaign, lead);
		const called = lead.name || email;
		const person = await personWith(context, { name: called, email, locale });
		const asked = { campaign, person, part: 'coordinator', called, until: null, at: now, by: null } as const;
		await writeToMember(context, await insertMember(db, { ...asked, isThere: false }));
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

const whoever = async (context: Parameters<typeof personOf>[0]) => {
	const person = await personOf(context);
	return person ? { person } : undefined;
};

/** What a page asks before it shows the form to open one. */
export const showOpening = useCase('campaigns.showOpening', {
	input: v.object({}),
	on: whoever,
	may: signedInPerson,
	run: () => ({})
});

/** A group opens a campaign that stands alone. Whoever opens it coordinates it; nobody else knows of it yet. */
export const openCampaign = useCase('campaigns.openCampaign', {
	input: Opening,
	on: whoever,
	may: signedInPerson,
	async run(context, said, { person }) {
		const { db, now, record } = context;
		const slug = await newAddress(db, said.name);
		const campaign = await insertCampaign(db, { ...said, slug, begunAt: now, place: null, cohort: null });
		const called = (await findPersonOf(context, person))!.name;
		const first = {
			campaign,
			person,
			part: 'coordinator',
			called,
			until: null,
			at: now,
			by: person
		} as const;
		await insertMember(db, { ...first, isThere: true });
		await record('campaign.opened', { id: campaign });
		return { slug };
	}
});

/** What it says of itself. Somebody else who changed it meanwhile is not written over. */
export const describeCampaign = useCase('campaigns.describeCampaign', {
	input: Describing,
	on: standingIn,
	may: coordinatorOf,
	async run({ db, record }, { edition, ...said }, { campaign }) {
		if (!(await describe(db, campaign.id, said, edition))) throw new Problem('edited-meanwhile');
		await record('campaign.described', { id: campaign.id });
		return { slug: campaign.slug };
	}
});

/** Campaigns do change their name. The old address leads to it; the old name is said to readers only where they wish it. */
export const renameCampaign = useCase('campaigns.renameCampaign', {
	input: Renaming,
	on: standingIn,
	may: coordinatorOf,
	async run({ db, actor, now, record }, { name, isSaid }, { campaign }) {
		if (name === campaign.name) return { slug: campaign.slug };
		const by = actor.kind === 'person' ? actor.id : '';
		const slug = await newAddress(db, name);
		await rename(db, campaign, { slug, name, isSaid, at: now, by });
		await record('campaign.renamed', { id: campaign.id });
		return { slug };
	}
});

/** The widest circle that may see anything of it. */
export const shareCampaign = useCase('campaigns.shareCampaign', {
	input: Sharing,
	on: standingIn,
	may: coordinatorOf,
	async run({ db, record }, { share }, { campaign }) {
		if (!levelsFor(campaign).includes(share)) throw new Unusable({ share: 'not-an-option' });
		await setShare(db, campaign.id, share);
		await record('campaign.shared', { id: campaign.id, share });
		return { slug: campaign.slug };
	}
});
