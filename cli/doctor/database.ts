import { existsSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { DatabaseTrouble, migrations, optionsFrom } from '#server/db';
import { dataFolder, openDatabase } from '../database.ts';
import { fine, note, wrong, type Finding } from './finding.ts';

export type Found = { findings: Finding[]; clock?: Date };
type Facts = { version: string; number: number; encoding: string; clock: Date };

/** Looks without changing anything: what is not there yet is not made. */
export async function database(data: string | undefined): Promise<Found> {
	const own = path.join(dataFolder(data), 'postgres');
	if (!process.env['DATABASE_URL'] && !existsSync(own))
		return { findings: [note('Database', `none in ${own} yet: the first start makes it.`)] };
	try {
		const opened = await openDatabase(data);
		return await look(opened.url).finally(opened.close);
	} catch (error) {
		return { findings: [wrong('Database', reasonOf(error))] };
	}
}

async function look(url: string): Promise<Found> {
	const sql = postgres({ ...optionsFrom(url), max: 1 });
	try {
		const [facts] = await sql<Facts[]>`
			select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
				current_setting('server_encoding') as encoding, clock_timestamp() as clock`;
		return { findings: [server(facts!), await schema(sql)], clock: facts!.clock };
	} finally {
		await sql.end({ timeout: 5 });
	}
}

function server({ version, number, encoding }: Facts): Finding {
	if (number < 150_000)
		return wrong('Database', `PostgreSQL ${version} is too old: Placard needs 15 or newer.`);
	if (encoding !== 'UTF8')
		return wrong(
			'Database',
			`its encoding is ${encoding}: make one with encoding UTF8, and restore a back-up into it.`
		);
	return fine('Database', `PostgreSQL ${version}`);
}

async function schema(sql: postgres.Sql): Promise<Finding> {
	const known = await migrations();
	const [there] = await sql`select to_regclass('house.migration') is not null as yes`;
	const ran = there!['yes']
		? await sql<{ name: string; checksum: string }[]>`select name, checksum from house.migration`
		: [];
	const strange = ran.find(
		(one) => !known.some(({ name, checksum }) => name === one.name && checksum === one.checksum)
	);
	if (strange)
		return wrong(
			'Schema',
			`${strange.name} is not one that this Placard knows: a newer one has used this database, or the file was changed. Run that version.`
		);
	const waiting = known.length - ran.length;
	return waiting
		? note(
				'Schema',
				`${waiting} of ${known.length} steps have not run: the next start, or placard migrate, runs them.`
			)
		: fine('Schema', `${known.length} steps, all done`);
}

function reasonOf(error: unknown): string {
	const { message, code } = error as NodeJS.ErrnoException;
	if (error instanceof DatabaseTrouble) return message;
	return `it does not answer (${message || code}). Look at DATABASE_URL, and whether PostgreSQL runs.`;
}
