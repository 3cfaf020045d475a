import type { Db } from '#server/db';
import type { KindOfCampaign } from '../../campaign.ts';
import type { Community } from '../landscape.ts';

export type LineRow = {
	community: Community;
	kind: KindOfCampaign;
	region: string | null;
	year: number;
};

export async function findLine(db: Db, expression: string): Promise<LineRow | undefined> {
	const [row] = await db<LineRow[]>`
		select community, kind, region, year from programmes.landscape_line where expression = ${expression}`;
	return row;
}

export async function saveLine(db: Db, line: LineRow & { expression: string; at: Date }): Promise<void> {
	const { expression, community, kind, region, year, at } = line;
	await db`
		insert into programmes.landscape_line (expression, community, kind, region, year, said_at)
		values (${expression}, ${community}, ${kind}, ${region}, ${year}, ${at})
		on conflict (expression) do update
		set community = excluded.community, kind = excluded.kind, region = excluded.region, year = excluded.year`;
}

export async function deleteLine(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.landscape_line where expression = ${expression}`;
}

/** From now on nobody can tell whose it was. */
export async function letGoOfLine(db: Db, expression: string): Promise<void> {
	await db`
		update programmes.landscape_line set expression = null, said_at = date_trunc('year', said_at, 'UTC')
		where expression = ${expression}`;
}

/** In an order that tells nothing of when each was said. */
export function listLines(db: Db): Promise<LineRow[]> {
	return db<LineRow[]>`
		select community, kind, region, year from programmes.landscape_line
		order by year desc, kind, community, region nulls last`;
}
