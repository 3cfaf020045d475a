import type { Db } from '#server/db';

export type Happening = { at: Date; name: string };

/** What happened to it, as our records say it. */
export function listHappenings(db: Db, expression: string): Promise<Happening[]> {
	return db<Happening[]>`
		select at, name from house.event
		where details ->> 'id' = ${expression} and name like 'expression.%' order by at, name`;
}

export type GivenTime = { until: Date; givenAt: Date; why: string; givenBy: string };

export function listExtensions(db: Db, expression: string): Promise<GivenTime[]> {
	return db<GivenTime[]>`
		select until, given_at, why, given_by from programmes.extension where expression = ${expression} order by given_at`;
}
