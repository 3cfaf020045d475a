import type { Db } from '#server/db';

export type Counted = { key: string; count: number; until: Date };

/**
 * One more try under each key. A count that is over begins again; one that is not keeps its end, so that trying on does
 * not put it off. Keys come sorted: two that count at once never wait for each other in a circle.
 */
export async function countTries(
	db: Db,
	keys: readonly { key: string; until: Date }[],
	now: Date
): Promise<Counted[]> {
	return db<Counted[]>`
		insert into identity.attempt as before (key, count, until)
		select key, 1, until::timestamptz
		from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ until }) => until.toISOString())}::text[]) as one (key, until)
		order by key
		on conflict (key) do update set
			count = case when before.until <= ${now} then 1 else before.count + 1 end,
			until = case when before.until <= ${now} then excluded.until else before.until end
		returning key, count, until`;
}

export async function deleteOverAttempts(db: Db, now: Date): Promise<void> {
	await db`delete from identity.attempt where until <= ${now}`;
}
