import type { KindOfCampaign } from '#areas/programmes';
import type { Db } from '#server/db';
import type { Care } from '../campaign.ts';
import type { ShareLevel } from '../sharing.ts';

export type CampaignRow = {
	id: string;
	slug: string;
	name: string;
	community: string;
	change: string;
	data: string;
	kind: KindOfCampaign | null;
	care: Care;
	share: ShareLevel;
	begunAt: Date;
	place: string | null;
	cohort: string | null;
	edition: number;
};

/** By its address, or by one that it had before and that nobody else has taken since. */
export async function findCampaign(db: Db, slug: string): Promise<CampaignRow | undefined> {
	const [row] = await db<CampaignRow[]>`
		select campaign.* from campaigns.campaign
		where campaign.slug = ${slug} or campaign.id in (select campaign from campaigns.former_name where slug = ${slug})
		order by (campaign.slug = ${slug}) desc, (
			select max(until) from campaigns.former_name
			where former_name.campaign = campaign.id and former_name.slug = ${slug}) desc nulls last
		limit 1`;
	return row;
}

export async function findCampaignById(db: Db, id: string): Promise<CampaignRow | undefined> {
	const [row] = await db<CampaignRow[]>`select * from campaigns.campaign where id = ${id}`;
	return row;
}

export async function findCampaignOf(db: Db, place: string): Promise<CampaignRow | undefined> {
	const [row] = await db<CampaignRow[]>`select * from campaigns.campaign where place = ${place}`;
	return row;
}

/** By a campaign, now or before. */
export async function isTaken(db: Db, slug: string): Promise<boolean> {
	const rows = await db`
		select 1 from campaigns.campaign where slug = ${slug}
		union select 1 from campaigns.former_name where slug = ${slug}`;
	return rows.length > 0;
}

/** Whoever else begins one with this place waits until this transaction ends. */
export async function lockPlace(db: Db, place: string): Promise<void> {
	await db`select pg_advisory_xact_lock(hashtextextended(${place}, 500))`;
}

type NewCampaign = Omit<CampaignRow, 'id' | 'edition' | 'share'>;

export async function insertCampaign(db: Db, campaign: NewCampaign): Promise<string> {
	const { slug, name, community, change, data, kind, care, begunAt, place, cohort } = campaign;
	const [row] = await db<{ id: string }[]>`
		insert into campaigns.campaign (slug, name, community, change, data, kind, care, begun_at, place, cohort)
		values (${slug}, ${name}, ${community}, ${change}, ${data}, ${kind}, ${care}, ${begunAt}, ${place}, ${cohort})
		returning id`;
	return row!.id;
}

type Said = Pick<CampaignRow, 'community' | 'change' | 'data' | 'kind' | 'care'>;

/** False where somebody else has changed it since. */
export async function describe(db: Db, id: string, said: Said, edition: number): Promise<boolean> {
	const { community, change, data, kind, care } = said;
	const rows = await db`
		update campaigns.campaign set community = ${community}, change = ${change}, data = ${data}, kind = ${kind},
			care = ${care}, edition = edition + 1
		where id = ${id} and edition = ${edition} returning 1`;
	return rows.length > 0;
}

export async function setShare(db: Db, id: string, share: ShareLevel): Promise<void> {
	await db`update campaigns.campaign set share = ${share} where id = ${id}`;
}

type Renamed = { slug: string; name: string; isSaid: boolean; at: Date; by: string };

export async function rename(
	db: Db,
	before: CampaignRow,
	{ slug, name, isSaid, at, by }: Renamed
): Promise<void> {
	await db`
		insert into campaigns.former_name (campaign, slug, name, is_said, until, by)
		values (${before.id}, ${before.slug}, ${before.name}, ${isSaid}, ${at}, ${by})`;
	await db`update campaigns.campaign set slug = ${slug}, name = ${name} where id = ${before.id}`;
}

export type FormerName = { name: string; isSaid: boolean; until: Date };

export function listFormerNames(db: Db, campaign: string): Promise<FormerName[]> {
	return db<FormerName[]>`
		select name, is_said, until from campaigns.former_name where campaign = ${campaign} order by until desc`;
}

export function listPublic(db: Db): Promise<CampaignRow[]> {
	return db<CampaignRow[]>`select * from campaigns.campaign where share = 'public' order by lower(name), id`;
}

export async function deleteCampaign(db: Db, id: string): Promise<void> {
	await db`delete from campaigns.campaign where id = ${id}`;
}
