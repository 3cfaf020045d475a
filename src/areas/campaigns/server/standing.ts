import { standing as accountOf } from '#server/identity';
import { staff, type Context } from '#server/use-case';
import { takesPart } from '../membership.ts';
import { mayRead, readers, type Reader } from '../sharing.ts';
import { findCampaign, findCampaignById, type CampaignRow } from './campaign.sql.ts';
import { findMember, isInCohort, type MemberRow } from './member.sql.ts';

/** Somebody who looks at a campaign, at this moment: all that decides what they see of it and may do. */
export type Standing = {
	campaign: CampaignRow;
	reader: Reader;
	/** As what they take part; null for others, and for whoever looks as somebody else would. */
	member: MemberRow | null;
};

/** Undefined: there is none, or they may not know of it. */
export async function standingIn(
	context: Context,
	{ slug, as = 'member' }: { slug: string; as?: Reader | undefined }
): Promise<Standing | undefined> {
	const campaign = await findCampaign(context.db, slug);
	return campaign && standingBefore(context, campaign, as);
}

/** The same for one that is known by its id. */
export async function standingById(context: Context, id: string): Promise<Standing | undefined> {
	const campaign = await findCampaignById(context.db, id);
	return campaign && standingBefore(context, campaign, 'member');
}

async function standingBefore(
	context: Context,
	campaign: CampaignRow,
	as: Reader
): Promise<Standing | undefined> {
	const member = await memberOf(context, campaign.id);
	const own = member ? 'member' : await readerOf(context, campaign);
	const reader = readers[Math.max(readers.indexOf(own), readers.indexOf(as))]!;
	if (!mayRead(reader, campaign.share)) return undefined;
	return { campaign, reader, member: reader === 'member' ? member : null };
}

/** The membership that the actor holds. */
async function memberOf(context: Context, campaign: string): Promise<MemberRow | null> {
	const held = await heldBy(context, campaign);
	return held && takesPart(held, context.now) ? held : null;
}

/** What the actor holds or was asked to take. Whoever has a second factor gave it; a program acts for nobody here. */
export async function heldBy(context: Context, campaign: string): Promise<MemberRow | undefined> {
	const person = await personOf(context);
	return person ? findMember(context.db, { campaign, person }, context.now) : undefined;
}

export async function personOf(context: Context): Promise<string | undefined> {
	const { actor } = context;
	if (actor.kind !== 'person' || actor.through !== undefined) return undefined;
	if (actor.assurance < 2 && (await accountOf(context, actor.id))?.guarded) return undefined;
	return actor.id;
}

/** Of the same cohort: who takes part in another of its campaigns, and host staff who gave their second factor. */
async function readerOf(context: Context, { cohort }: CampaignRow): Promise<Reader> {
	const person = await personOf(context);
	if (!cohort || !person) return 'anybody';
	if (staff(context.actor)) return 'cohort';
	return (await isInCohort(context.db, { cohort, person }, context.now)) ? 'cohort' : 'anybody';
}
