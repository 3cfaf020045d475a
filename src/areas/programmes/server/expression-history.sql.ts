import type { Db } from '#server/db';

/** What staff are told of: their own acts and those of the applicant that everybody in the office asks about. */
export const toldToStaff = [
	'expression.begun',
	'expression.typed-up',
	'expression.submitted',
	'expression.extended',
	'expression.handed-over'
] as const;

export type Event = {
	at: Date;
	name: string;
	who: 'applicant' | 'person' | 'visitor' | 'house' | null;
	person: string | null;
};

export function listEvents(db: Db, expression: string): Promise<Event[]> {
	return db<Event[]>`
		select at, name, actor ->> 'kind' as who, actor ->> 'id' as person from house.event
		where details ->> 'id' = ${expression} and name = any(${toldToStaff})
		order by at, name`;
}

export type GivenTimeBy = { until: Date; givenAt: Date; givenBy: string; why: string };

export function listTimeGiven(db: Db, expression: string): Promise<GivenTimeBy[]> {
	return db<GivenTimeBy[]>`
		select until, given_at, given_by, why from programmes.extension
		where expression = ${expression} order by given_at`;
}

export type ExportRow = { at: Date; person: string | null; as: 'csv' | 'json' | 'pdf'; count: number };

/** The latest files that were made of a call's list. */
export function listExports(db: Db, call: string): Promise<ExportRow[]> {
	return db<ExportRow[]>`
		select at, actor ->> 'id' as person, details ->> 'as' as "as", (details ->> 'count')::int as count
		from house.event
		where details ->> 'id' = ${call} and name = 'call.expressions-exported'
		order by at desc, id limit 5`;
}
