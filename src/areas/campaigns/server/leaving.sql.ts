import type { Db } from '#server/db';
import type { Whole } from '../leaving/whole.ts';

export function listWholeNames(db: Db, campaign: string): Promise<Whole['formerNames']> {
	return db<Whole['formerNames']>`
		select slug as address, name, is_said, until, by from campaigns.former_name
		where campaign = ${campaign} order by until, slug`;
}

/** Whoever takes part or did; not who was only asked. */
export function listWholeMembers(db: Db, campaign: string): Promise<Whole['members']> {
	return db<Whole['members']>`
		select person, part, called, until, invited_at, invited_by, accepted_at, ended_at, ended_by from campaigns.member
		where campaign = ${campaign} and accepted_at is not null
		order by invited_at, lower(called), called, part, accepted_at, ended_at nulls last, person`;
}

export async function insertWholeNames(db: Db, campaign: string, names: Whole['formerNames']): Promise<void> {
	for (const { address, name, isSaid, until, by } of names)
		await db`
			insert into campaigns.former_name (campaign, slug, name, is_said, until, by)
			values (${campaign}, ${address}, ${name}, ${isSaid}, ${until}, ${by})`;
}

export async function insertWholeMembers(db: Db, campaign: string, members: Whole['members']): Promise<void> {
	for (const one of members) {
		const { person, part, called, until, invitedAt, invitedBy, acceptedAt, endedAt, endedBy } = one;
		await db`
			insert into campaigns.member
				(campaign, person, part, called, until, invited_at, invited_by, accepted_at, ended_at, ended_by)
			values (${campaign}, ${person}, ${part}, ${called}, ${until}, ${invitedAt}, ${invitedBy}, ${acceptedAt},
				${endedAt}, ${endedBy})`;
	}
}

type Elsewhere = { id: string; name: string | null };

export async function insertElsewhere(db: Db, campaign: string, people: readonly Elsewhere[]): Promise<void> {
	for (const { id, name } of people)
		await db`insert into campaigns.person_elsewhere (id, campaign, name) values (${id}, ${campaign}, ${name})`;
}

/** What people are called who came with a campaign from another Placard. */
export function listElsewhere(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
	return db<{ id: string; name: string }[]>`
		select id, name from campaigns.person_elsewhere where id = any(${ids as string[]}::uuid[]) and name is not null`;
}

/** Shown to nobody else until somebody here shares it. */
export async function insertBegun(db: Db, campaign: Whole): Promise<string> {
	const { address, name, community, change, data, kind, care, begunAt } = campaign;
	const [row] = await db<{ id: string }[]>`
		insert into campaigns.campaign (slug, name, community, change, data, kind, care, begun_at)
		values (${address}, ${name}, ${community}, ${change}, ${data}, ${kind}, ${care}, ${begunAt}) returning id`;
	return row!.id;
}
