import * as v from 'valibot';
import { anyone, nothing, useCase, type Context } from '#server/use-case';
import { ById, BySlug, SeenAs } from '../campaign.schema.ts';
import type { Part } from '../membership.ts';
import type { Reader } from '../sharing.ts';
import {
	findCampaign,
	listFormerNames,
	listPublic,
	type CampaignRow,
	type FormerName
} from './campaign.sql.ts';
import { listCampaignsOf } from './member.sql.ts';
import { coordinatorOf, invitedTo, reader, signedInPerson } from './policy.ts';
import { heldBy, personOf, standingById, standingIn, type Standing } from './standing.ts';

export type OwnCampaign = { slug: string; name: string; part: Part; isMember: boolean };

/** Every campaign in which somebody takes part, or is asked to. */
export const listOwnCampaigns = useCase('campaigns.listOwnCampaigns', {
	input: v.object({}),
	async on(context) {
		const person = await personOf(context);
		return person ? { person } : undefined;
	},
	may: signedInPerson,
	async run({ db, now }, _, { person }): Promise<OwnCampaign[]> {
		const rows = await listCampaignsOf(db, person, now);
		return rows.map(({ slug, name, part, acceptedAt }) => ({
			slug,
			name,
			part,
			isMember: acceptedAt !== null
		}));
	}
});

/** For what other areas keep of a campaign: who looks, and as what they take part. */
export const stand = useCase('campaigns.stand', {
	input: SeenAs,
	on: standingIn,
	may: reader,
	run: (_, __, standing): Standing => standing
});

/** The same for what knows the campaign by its id alone: a file that belongs to it. */
export const standIn = useCase('campaigns.standIn', {
	input: ById,
	on: (context, { id }) => standingById(context, id),
	may: reader,
	run: (_, __, standing): Standing => standing
});

/** What it says of itself, as whoever looks is shown it. */
export type CampaignView = Pick<
	CampaignRow,
	'slug' | 'name' | 'community' | 'change' | 'data' | 'kind' | 'share'
> & {
	reader: Reader;
	/** Names that it had before and that readers are told of. */
	formerly: string[];
};

export async function campaignView(
	context: Context,
	{ campaign, reader: as }: Standing
): Promise<CampaignView> {
	const { slug, name, community, change, data, kind, share } = campaign;
	const former = await listFormerNames(context.db, campaign.id);
	const said = former.filter(({ isSaid }) => isSaid || as === 'member');
	return {
		slug,
		name,
		community,
		change,
		data,
		kind,
		share,
		reader: as,
		formerly: said.map((one) => one.name)
	};
}

/** The campaign as readers see it; a member can look as others would. */
export const showCampaign = useCase('campaigns.showCampaign', {
	input: SeenAs,
	on: standingIn,
	may: reader,
	run: (context, _, standing) => campaignView(context, standing)
});

export type Workspace = CampaignView &
	Pick<CampaignRow, 'care' | 'cohort' | 'edition'> & { part: Part; isMember: boolean; membership: string };

/** The campaign's own room, for whoever takes part or was asked to: whoever has not said yes sees its name alone. */
export const showWorkspace = useCase('campaigns.showWorkspace', {
	input: BySlug,
	async on(context, { slug }) {
		const campaign = await findCampaign(context.db, slug);
		const held = campaign && (await heldBy(context, campaign.id));
		return held && campaign ? { campaign, held } : undefined;
	},
	may: invitedTo,
	async run(context, _, { campaign, held }): Promise<Workspace> {
		const isMember = held.acceptedAt !== null;
		const view = await campaignView(context, { campaign, reader: 'member', member: held });
		const { care, cohort, edition } = campaign;
		const own = { part: held.part, isMember, membership: held.id, care, cohort, edition };
		const hidden = { community: '', change: '', data: '', kind: null, formerly: [] };
		return { ...view, ...(isMember ? {} : hidden), ...own };
	}
});

export type Settings = Pick<
	CampaignRow,
	'slug' | 'name' | 'community' | 'change' | 'data' | 'kind' | 'care' | 'share' | 'cohort' | 'edition'
> & { former: FormerName[] };

export const showSettings = useCase('campaigns.showSettings', {
	input: BySlug,
	on: standingIn,
	may: coordinatorOf,
	async run({ db }, _, { campaign }): Promise<Settings> {
		const { slug, name, community, change, data, kind, care, share, cohort, edition } = campaign;
		const former = await listFormerNames(db, campaign.id);
		return { slug, name, community, change, data, kind, care, share, cohort, edition, former };
	}
});

export type CampaignLine = Pick<CampaignRow, 'slug' | 'name' | 'community' | 'change' | 'kind'>;

/** Campaigns that are shown to everybody. */
export const listCampaigns = useCase('campaigns.listCampaigns', {
	input: v.object({}),
	on: nothing,
	may: anyone,
	async run({ db }): Promise<CampaignLine[]> {
		const rows = await listPublic(db);
		return rows.map(({ slug, name, community, change, kind }) => ({ slug, name, community, change, kind }));
	}
});
