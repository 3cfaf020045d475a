import type { Db } from '#server/db';

export type CampaignRow = {
	id: string;
	slug: string;
	name: string;
	community: string;
	change: string;
	data: string;
	kind: string | null;
	begunAt: Date;
	place: string | null;
};

export async function findCampaignOf(db: Db, place: string): Promise<CampaignRow | undefined> {
	const [row] = await db<CampaignRow[]>`select * from campaigns.campaign where place = ${place}`;
	return row;
}

/** Addresses that begin alike. Whoever asks next waits until this transaction ends, so that two never take one. */
export async function slugsLike(db: Db, slug: string): Promise<string[]> {
	await db`lock table campaigns.campaign in share row exclusive mode`;
	const rows = await db<{ slug: string }[]>`
		select slug from campaigns.campaign where slug = ${slug} or slug like ${`${slug}-%`}`;
	return rows.map((row) => row.slug);
}

export async function insertCampaign(db: Db, campaign: Omit<CampaignRow, 'id'>): Promise<string> {
	const { slug, name, community, change, data, kind, begunAt, place } = campaign;
	const [row] = await db<{ id: string }[]>`
		insert into campaigns.campaign (slug, name, community, change, data, kind, begun_at, place)
		values (${slug}, ${name}, ${community}, ${change}, ${data}, ${kind}, ${begunAt}, ${place})
		returning id`;
	return row!.id;
}

type NewCoordinator = { campaign: string; name: string; email: string | null; locale: string; at: Date };

export async function insertCoordinator(
	db: Db,
	{ campaign, name, email, locale, at }: NewCoordinator
): Promise<void> {
	await db`
		insert into campaigns.coordinator (campaign, name, email, locale, since)
		values (${campaign}, ${name}, ${email}, ${locale}, ${at})`;
}

export async function deleteCampaign(db: Db, id: string): Promise<void> {
	await db`delete from campaigns.campaign where id = ${id}`;
}
