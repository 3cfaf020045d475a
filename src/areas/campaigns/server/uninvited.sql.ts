import type { Db } from '#server/db';

export async function insertUninvited(
	db: Db,
	campaign: string,
	{ name, locale }: { name: string; locale: string }
): Promise<void> {
	await db`insert into campaigns.uninvited (campaign, name, locale) values (${campaign}, ${name}, ${locale})`;
}

/** Of a campaign nothing but the place with which it began: the rest is for whoever takes part. */
export type UninvitedRow = { campaign: string; place: string; name: string; locale: string };

export function listUninvitedRows(db: Db, places: readonly string[]): Promise<UninvitedRow[]> {
	return db<UninvitedRow[]>`
		select uninvited.campaign, campaign.place, uninvited.name, locale from campaigns.uninvited
		join campaigns.campaign on campaign.id = uninvited.campaign
		where campaign.place = any(${places as string[]}::uuid[])`;
}

export async function isAnybodyUninvited(db: Db): Promise<boolean> {
	return (await db`select 1 from campaigns.uninvited limit 1`).length > 0;
}

/** False: somebody else has invited meanwhile. */
export async function deleteUninvited(db: Db, campaign: string): Promise<boolean> {
	return (await db`delete from campaigns.uninvited where campaign = ${campaign} returning 1`).length > 0;
}

/** The name came from the application, and goes with it. */
export async function forgetUninvitedName(db: Db, place: string): Promise<void> {
	await db`
		update campaigns.uninvited set name = ''
		where campaign in (select id from campaigns.campaign where place = ${place})`;
}
