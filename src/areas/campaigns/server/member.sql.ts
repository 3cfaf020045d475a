import { explainConstraint, type Db } from '#server/db';
import type { Part } from '../membership.ts';

export type MemberRow = {
	id: string;
	campaign: string;
	person: string;
	part: Part;
	/** As whoever asked them calls them. */
	called: string;
	until: Date | null;
	invitedAt: Date;
	acceptedAt: Date | null;
	declinedAt: Date | null;
	endedAt: Date | null;
};

explainConstraint('one_membership_a_person', 'is-member');

const members = (db: Db) => db`
	select id, campaign, person, part, called, until, invited_at, accepted_at, declined_at, ended_at from campaigns.member`;

/** The membership that somebody holds, or is asked to take; none that a date has ended. */
export async function findMember(db: Db, key: { campaign: string; person: string }, now: Date) {
	const [row] = await db<MemberRow[]>`
		${members(db)} where campaign = ${key.campaign} and person = ${key.person} and ended_at is null
			and (until is null or until > ${now})`;
	return row;
}

export async function findMemberById(db: Db, id: string): Promise<MemberRow | undefined> {
	const [row] = await db<MemberRow[]>`${members(db)} where id = ${id} and ended_at is null`;
	return row;
}

/** Everybody who takes part, was asked, or whose time is over; coordinators first. */
export function listMembers(db: Db, campaign: string): Promise<MemberRow[]> {
	return db<MemberRow[]>`
		${members(db)} where campaign = ${campaign} and ended_at is null
		order by array_position(array['coordinator', 'steward', 'member', 'guest'], part), invited_at, id`;
}

/** One at a time decides on who takes part: the last coordinator never goes. */
export async function lockMembers(db: Db, campaign: string): Promise<void> {
	await db`select 1 from campaigns.campaign where id = ${campaign} for update`;
}

type Own = MemberRow & { slug: string; name: string };

/** Every campaign in which somebody takes part, or is asked to. */
export function listCampaignsOf(db: Db, person: string, now: Date): Promise<Own[]> {
	return db<Own[]>`
		select member.*, campaign.slug, campaign.name from campaigns.member
		join campaigns.campaign on campaign.id = member.campaign
		where person = ${person} and ended_at is null and declined_at is null and (until is null or until > ${now})
		order by lower(campaign.name), campaign.id`;
}

/** Whether somebody takes part in a campaign of the cohort. */
export async function isInCohort(db: Db, { cohort, person }: { cohort: string; person: string }, now: Date) {
	const [row] = await db`
		select 1 from campaigns.member join campaigns.campaign on campaign.id = member.campaign
		where campaign.cohort = ${cohort} and person = ${person} and accepted_at is not null and ended_at is null
			and (until is null or until > ${now}) limit 1`;
	return row !== undefined;
}

type NewMember = {
	campaign: string;
	person: string;
	part: Part;
	called: string;
	until: Date | null;
	at: Date;
	by: string | null;
	isThere: boolean;
};

/** A membership that a date has ended makes way for a new one. */
export async function insertMember(db: Db, member: NewMember): Promise<string> {
	const { campaign, person, part, called, until, at, by, isThere } = member;
	await db`
		update campaigns.member set ended_at = until
		where campaign = ${campaign} and person = ${person} and ended_at is null and until <= ${at}`;
	const [row] = await db<{ id: string }[]>`
		insert into campaigns.member (campaign, person, part, called, until, invited_at, invited_by, accepted_at)
		values (${campaign}, ${person}, ${part}, ${called}, ${until}, ${at}, ${by}, ${isThere ? at : null})
		returning id`;
	return row!.id;
}

export async function setAnswer(db: Db, id: string, answer: 'yes' | 'no', at: Date): Promise<void> {
	const [yes, no] = answer === 'yes' ? [at, null] : [null, at];
	await db`update campaigns.member set accepted_at = ${yes}, declined_at = ${no} where id = ${id}`;
}

export async function setPart(
	db: Db,
	id: string,
	{ part, until }: { part: Part; until: Date | null }
): Promise<void> {
	await db`update campaigns.member set part = ${part}, until = ${until} where id = ${id}`;
}

export async function endMemberRow(db: Db, id: string, by: string, at: Date): Promise<void> {
	await db`update campaigns.member set ended_at = ${at}, ended_by = ${by} where id = ${id}`;
}
