import * as v from 'valibot';
import { personWith } from '#server/identity';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import {
	Answering,
	ByMember,
	BySlug,
	ChangingMember,
	EndingMember,
	Inviting,
	Slug
} from '../campaign.schema.ts';
import type { Care } from '../campaign.ts';
import { isOver, seesMembers, takesPart, type Part } from '../membership.ts';
import { readers, type ShareLevel } from '../sharing.ts';
import { findCampaign } from './campaign.sql.ts';
import { writeToMember } from './letters.ts';
import { namesOfPeople } from './names.ts';
import { coordinatorOf, invitedTo, memberOf, reader } from './policy.ts';
import { heldBy, standingIn, type Standing } from './standing.ts';
import {
	endMemberRow,
	findMember,
	findMemberById,
	insertMember,
	listMembers,
	lockMembers,
	setAnswer,
	setPart,
	type MemberRow
} from './member.sql.ts';

/** A coordinator asks somebody to take part. An account is made for their address, with no role; they sign in by a link. */
export const inviteMember = useCase('campaigns.inviteMember', {
	input: Inviting,
	on: standingIn,
	may: coordinatorOf,
	async run(context, { name, email, part, until }, { campaign, member }) {
		const { db, now } = context;
		mustBeLater(until, now);
		const known = { name: name || email, email, locale: getLocale() };
		const person = await personWith(context, known);
		if (await findMember(db, { campaign: campaign.id, person }, now)) throw new Problem('is-member');
		await mustHaveRoom(db, campaign.id);
		const asked = {
			campaign: campaign.id,
			person,
			part,
			called: known.name,
			until,
			at: now,
			by: member!.person
		};
		const id = await insertMember(db, { ...asked, isThere: false });
		await writeToMember(context, id);
		await context.record('member.invited', { id, campaign: campaign.id, part });
		return { slug: campaign.slug };
	}
});

/** Letters go out in our name: nobody sends a thousand by inviting. */
const most = 200;
async function mustHaveRoom(db: Context['db'], campaign: string): Promise<void> {
	if ((await listMembers(db, campaign)).length >= most) throw new Problem('campaign-full', { most });
}

function mustBeLater(until: Date | null, now: Date): void {
	if (isOver({ until }, now)) throw new Unusable({ until: 'over-already' });
}

/** For whoever was asked, whether they have answered or not. */
async function asked(context: Context, { slug }: { slug: string }) {
	const campaign = await findCampaign(context.db, slug);
	const held = campaign && (await heldBy(context, campaign.id));
	return held && campaign ? { campaign, held } : undefined;
}

export const answerInvitation = useCase('campaigns.answerInvitation', {
	input: Answering,
	on: asked,
	may: invitedTo,
	async run({ db, now, record }, { answer }, { campaign, held }) {
		if (!held.acceptedAt) await setAnswer(db, held.id, answer, now);
		await record(answer === 'yes' ? 'member.joined' : 'member.declined', {
			id: held.id,
			campaign: campaign.id
		});
		return { slug: campaign.slug, isMember: answer === 'yes' || held.acceptedAt !== null };
	}
});

async function withMember(context: Context, { slug, member: id }: { slug: string; member: string }) {
	const standing = await standingIn(context, { slug });
	const other = standing && (await findMemberById(context.db, id));
	return other?.campaign === standing?.campaign.id && other ? { ...standing!, other } : undefined;
}

/** What somebody is to the campaign, and until when. */
export const changeMember = useCase('campaigns.changeMember', {
	input: ChangingMember,
	on: withMember,
	may: coordinatorOf,
	async run({ db, now, record }, { part, until }, { campaign, other }) {
		mustBeLater(until, now);
		await lockMembers(db, campaign.id);
		if (part !== 'coordinator' || until !== null) await mustNotBeLast(db, now, other);
		await setPart(db, other.id, { part, until });
		await record('member.changed', { id: other.id, campaign: campaign.id, part });
		return { slug: campaign.slug };
	}
});

/** A coordinator ends it, or whoever leaves. What they have written stays. */
export const endMember = useCase('campaigns.endMember', {
	input: EndingMember,
	on: withMember,
	may: coordinatorOrOneself,
	async run({ db, now, record }, { sure }, { campaign, member, other }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		await lockMembers(db, campaign.id);
		await mustNotBeLast(db, now, other);
		await endMemberRow(db, other.id, member!.person, now);
		await record('member.ended', { id: other.id, campaign: campaign.id });
		return { slug: campaign.slug, isOneself: other.id === member!.id };
	}
});

function coordinatorOrOneself(actor: Context['actor'], standing: Standing & { other: MemberRow }): boolean {
	return (
		coordinatorOf(actor, standing) || (memberOf(actor, standing) && standing.member!.id === standing.other.id)
	);
}

/** A campaign is never left without somebody who coordinates it and has no last day. */
async function mustNotBeLast(db: Context['db'], now: Date, { id, campaign }: MemberRow): Promise<void> {
	const others = (await listMembers(db, campaign)).filter(
		(one) => one.id !== id && one.part === 'coordinator' && one.until === null && takesPart(one, now)
	);
	if (!others.length) throw new Problem('last-coordinator');
}

export type MemberLine = {
	id: string;
	name: string;
	part: Part;
	until: Date | null;
	state: 'here' | 'asked' | 'declined' | 'over';
	isOneself: boolean;
};
export type MemberPage = {
	slug: string;
	name: string;
	share: ShareLevel;
	member: MemberLine;
	isCoordinator: boolean;
};

/** One of them, for whoever decides on it: a coordinator, or oneself. */
export const showMember = useCase('campaigns.showMember', {
	input: ByMember,
	on: withMember,
	may: coordinatorOrOneself,
	async run(context, _, { campaign, member, other }): Promise<MemberPage> {
		const [line] = await linesOf(context, [other], member!);
		const { slug, name, share } = campaign;
		return { slug, name, share, member: line!, isCoordinator: member!.part === 'coordinator' };
	}
});

export type People = {
	slug: string;
	name: string;
	care: Care;
	share: ShareLevel;
	/** How many take part; null for whoever is not shown it. */
	count: number | null;
	members: MemberLine[];
	isCoordinator: boolean;
};

/** Who takes part, as far as whoever looks is shown it: oneself always. */
export const listPeople = useCase('campaigns.listPeople', {
	input: BySlug,
	on: standingIn,
	may: memberOf,
	async run(context, _, { campaign, member }): Promise<People> {
		const { id, slug, name, care, share } = campaign;
		const isShown = seesMembers({ part: member!.part, care });
		const rows = (await listMembers(context.db, id)).filter((one) => isShown || one.id === member!.id);
		const here = rows.filter((one) => takesPart(one, context.now));
		const isCoordinator = member!.part === 'coordinator';
		const lines = await linesOf(context, isCoordinator ? rows : here, member!);
		return { slug, name, care, share, count: isShown ? here.length : null, members: lines, isCoordinator };
	}
});

async function linesOf(context: Context, rows: MemberRow[], own: MemberRow): Promise<MemberLine[]> {
	const names = await namesOfPeople(
		context,
		rows.map(({ person }) => person)
	);
	return rows.map((one) => ({
		id: one.id,
		// Whether an address has an account, and in which name, is nobody's to find out by inviting it.
		name: (one.acceptedAt && names.get(one.person)) || one.called,
		part: one.part,
		until: one.until,
		state: stateOf(one, context.now),
		isOneself: one.id === own.id
	}));
}

function stateOf(row: MemberRow, now: Date): MemberLine['state'] {
	if (row.declinedAt) return 'declined';
	if (isOver(row, now)) return 'over';
	return row.acceptedAt ? 'here' : 'asked';
}

/** What people are called on what they wrote: nobody is named to whoever is not shown who takes part. */
export const nameWriters = useCase('campaigns.nameWriters', {
	input: v.object({ slug: Slug, as: v.optional(v.picklist(readers)), persons: v.array(v.string()) }),
	on: standingIn,
	may: reader,
	run(context, { persons }, { campaign, member }): Promise<Map<string, string>> {
		const isShown = seesMembers({ part: member?.part ?? null, care: campaign.care });
		return namesOfPeople(
			context,
			persons.filter((person) => isShown || person === member?.person)
		);
	}
});
