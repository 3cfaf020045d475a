import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { personWith } from '#server/identity';
import { ourselves, useCase, type Context } from '#server/use-case';
import { EmailAddress } from '#shared/email-address';
import { ticked } from '#shared/fields';
import { Problem } from '#shared/problem';
import { Slug } from '../campaign.schema.ts';
import type { Whole } from '../leaving/whole.ts';
import { findCampaign, findCampaignById, isTaken, type CampaignRow } from './campaign.sql.ts';
import {
	insertBegun,
	insertElsewhere,
	insertWholeMembers,
	insertWholeNames,
	listWholeMembers,
	listWholeNames
} from './leaving.sql.ts';
import { writeToMember } from './letters.ts';
import { insertMember } from './member.sql.ts';
import { namesOfPeople } from './names.ts';
import { coordinatorOf } from './policy.ts';
import { standingIn } from './standing.ts';

export type CampaignToLeave = {
	id: string;
	whole: Whole;
	/** Whether the files may tell who takes part: faces and handwriting do too. */
	isNamed: boolean;
	/** What people are called, of those whom the file may name. */
	nameOf(persons: readonly string[]): Promise<Map<string, string>>;
};

/** `people`: also where a campaign is extremely sensitive. Otherwise the file of such a campaign names nobody. */
const Leaving = v.object({ slug: Slug, people: ticked });

async function toLeave(context: Context, campaign: CampaignRow, people: boolean): Promise<CampaignToLeave> {
	const { id, slug, name, community, change, data, kind, care, begunAt } = campaign;
	const isNamed = people || care !== 'extreme';
	const formerNames = await listWholeNames(context.db, id);
	const members = isNamed ? await listWholeMembers(context.db, id) : [];
	const says = { name, community, change, data, kind, care, begunAt };
	return {
		id,
		isNamed,
		whole: { address: slug, ...says, formerNames, members },
		nameOf: async (persons) => (isNamed ? namesOfPeople(context, persons) : new Map<string, string>())
	};
}

/** For a coordinator, who takes everything along. */
export const readOwnWhole = useCase('campaigns.readOwnWhole', {
	input: Leaving,
	on: standingIn,
	may: coordinatorOf,
	run: (context, { people }, { campaign }) => toLeave(context, campaign, people)
});

/** For whoever runs the machine. */
export const readWhole = useCase('campaigns.readWhole', {
	input: Leaving,
	on: ({ db }, { slug }) => findCampaign(db, slug),
	may: ourselves,
	run: (context, { people }, campaign) => toLeave(context, campaign, people)
});

type Arriving = { whole: Whole; people: readonly { key: string; name: string | null }[] };

/** A campaign comes from another Placard: shown to nobody yet, its people known by name, without accounts. */
export const takeInCampaign = useCase('campaigns.takeInCampaign', {
	input: v.custom<Arriving>((value) => typeof value === 'object'),
	on: () => Promise.resolve({}),
	may: ourselves,
	async run({ db, record }, { whole, people }): Promise<{ id: string; ids: Map<string, string> }> {
		if (await isTaken(db, whole.address)) throw new Problem('campaign-is-here');
		const ids = new Map(people.map(({ key }) => [key, randomUUID() as string]));
		const idOf = (key: string | null) => (key === null ? null : ids.get(key)!);
		const id = await insertBegun(db, whole);
		await insertElsewhere(
			db,
			id,
			people.map(({ key, name }) => ({ id: ids.get(key)!, name }))
		);
		const names = whole.formerNames.map((one) => ({ ...one, by: idOf(one.by) }));
		await insertWholeNames(db, id, names);
		const members = whole.members.map((one) => ({
			...one,
			person: idOf(one.person)!,
			invitedBy: idOf(one.invitedBy),
			endedBy: idOf(one.endedBy)
		}));
		await insertWholeMembers(db, id, members);
		await record('campaign.arrived', { id });
		return { id, ids };
	}
});

/** Somebody who has an address here coordinates what came from elsewhere. */
export const handToCoordinator = useCase('campaigns.handToCoordinator', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()), email: EmailAddress }),
	on: ({ db }, { id }) => findCampaignById(db, id),
	may: ourselves,
	async run(context, { email }, { id: campaign }) {
		const { db, now: at, record } = context;
		const person = await personWith(context, { name: email, email, locale: 'en' });
		const asked = {
			campaign,
			person,
			part: 'coordinator',
			called: email,
			until: null,
			at,
			by: null
		} as const;
		const id = await insertMember(db, { ...asked, isThere: false });
		await writeToMember(context, id);
		await record('member.invited', { id, campaign, part: 'coordinator' });
	}
});
