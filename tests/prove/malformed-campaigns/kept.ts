import postgres from 'postgres';
import { optionsFrom } from '#server/db';

/** The tables that are not as they were. */
export function changedIn(before: string, after: string): string[] {
	const then = new Set(before.split('\n'));
	const lines = after.split('\n').filter((line) => !then.has(line));
	return lines.map((line) => line.split(' ')[0]!);
}

/** All that the database keeps, as one word: the same as long as nothing has changed. */
export class Kept {
	readonly #db: postgres.Sql;
	constructor(url: string) {
		this.#db = postgres({ ...optionsFrom(url), max: 1 });
	}

	async state(): Promise<string> {
		const tables = await this.#db<{ name: string }[]>`
			select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`;
		const parts = tables.map(
			({
				name
			}) => `select '${name} ' || count(*) || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as part
			from ${name} as one`
		);
		const rows = await this.#db.unsafe<{ part: string }[]>(parts.join(' union all '));
		const [jobs] = await this.#db<{ count: number }[]>`
			select count(*)::int as count from pgboss.job where name in ('listeners', 'errands')`;
		return [...rows.map(({ part }) => part), `jobs ${jobs!.count}`].join('\n');
	}

	/** What was taken in goes again, so that it is not looked through for ever; the first stays. The state from then on. */
	async forgetAllButFirst(): Promise<string> {
		await this.#db`
			delete from campaigns.campaign
			where id <> (select (details ->> 'id')::uuid from house.event where name = 'campaign.arrived' order by at limit 1)`;
		return this.state();
	}

	async end(): Promise<void> {
		await this.#db.end();
	}
}
