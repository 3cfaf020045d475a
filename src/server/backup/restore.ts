import type { Readable } from 'node:stream';
import type { Db, Pool } from '#server/db';
import { migrateWithin, migrations } from '#server/db';
import { store } from '#server/files';
import { fixForm, foreignKeys, migrationsRun, setSequence, tables, type Table } from './catalog.sql.ts';
import { rowsIn } from './content.ts';
import { filesNow } from './make.ts';
import { contentHash, type Manifest } from './manifest.ts';
import { queueAgain } from './jobs.ts';
import { openArchive, type Archive } from './archive.ts';
import { takeFile } from './take-file.ts';
import { countOf, createJobsTable, liftRules, nameOf, putRulesBack, waitingJobs } from './rows.sql.ts';
import { takeRows } from './take-rows.ts';
import { BackupTrouble } from './trouble.ts';

/**
 * Takes a back-up into an empty place. All of it or nothing: one transaction holds the rows until everything has come,
 * every hash agrees, and what now stands here, read anew, has the content hash that the back-up states.
 */
export async function restoreBackup(pool: Pool, from: Readable): Promise<Manifest> {
	const archive = await openArchive(from);
	await refuseStrangers(archive.manifest);
	const put: string[] = [];
	try {
		await pool.begin((db) => restoreWithin(db, archive, put));
		return archive.manifest;
	} catch (error) {
		for (const sha256 of put) await store().remove(sha256);
		throw error;
	}
}

/** A back-up of an older Placard is taken as it was, then brought up to date; one of a newer cannot be understood. */
async function refuseStrangers({ migrations: theirs }: Manifest): Promise<void> {
	const ours = new Map((await migrations()).map(({ name, checksum }) => [name, checksum]));
	const unknown = theirs.find(({ name }) => !ours.has(name));
	if (unknown)
		throw new BackupTrouble(
			`This back-up was made by a newer Placard (${unknown.name}). Restore it with that version or a newer one.`
		);
	const other = theirs.find(({ name, checksum }) => ours.get(name) !== checksum);
	if (other)
		throw new BackupTrouble(
			`This back-up was made by a Placard with another ${other.name}. Restore it with the version that made it.`
		);
}

async function restoreWithin(db: Db, archive: Archive, put: string[]): Promise<void> {
	const { manifest } = archive;
	await fixForm(db);
	await demandEmpty(db);
	await migrateWithin(db, { only: manifest.migrations.map(({ name }) => name) });
	await demandSame(db, manifest);
	await takeEverything(db, archive, put);
	for (const sequence of manifest.sequences) await setSequence(db, sequence);
	await compare(db, manifest);
	await migrateWithin(db);
}

/** Empty: nobody has used it. The link for a first administrator, which every start makes, counts for nothing. */
async function demandEmpty(db: Db): Promise<void> {
	for (const table of await tables(db))
		if (nameOf(table) !== 'identity.first_link' && (await countOf(db, table)) > 0)
			throw new BackupTrouble(
				'There is a Placard in use here already. Restore into an empty place: another --data DIR, or an empty database.'
			);
}

async function demandSame(db: Db, manifest: Manifest): Promise<void> {
	const here = [...(await tables(db)), waitingJobs].map(
		(table) => `${nameOf(table)}(${table.columns.join()})`
	);
	const there = manifest.tables.map(({ name, columns }) => `${name}(${columns.join()})`);
	const ran = (await migrationsRun(db)).map(({ name }) => name);
	const newer = ran.find((name) => !manifest.migrations.some((one) => one.name === name));
	if (newer)
		throw new BackupTrouble(
			`The database is already newer (${newer}) than this older back-up. Restore into an empty database; it is brought up to date afterwards.`
		);
	const odd = there.find((one) => !here.includes(one)) ?? here.find((one) => !there.includes(one));
	if (odd)
		throw new BackupTrouble(`The back-up is damaged: its tables are not those of its Placard (${odd}).`);
}

async function takeEverything(db: Db, archive: Archive, put: string[]): Promise<void> {
	const all = await tables(db);
	const jobs = await createJobsTable(db);
	const places = new Map<string, Table>(all.map((table) => [nameOf(table), table]));
	places.set(nameOf(waitingJobs), jobs);
	const keys = await foreignKeys(db);
	await liftRules(db, all, keys);
	for await (const { expected, content } of archive.rest())
		if ('name' in expected) await takeRows(db, places.get(expected.name)!, expected, content);
		else if (await takeFile(expected, content)) put.push(expected.sha256);
	await putRulesBack(db, all, keys).catch(broken);
	await queueAgain(db);
}

function broken(error: unknown): never {
	const { constraint_name: name } = error as { constraint_name?: string };
	if (!name) throw error;
	throw new BackupTrouble(`The back-up is damaged: its rows break the rule ${name}.`);
}

async function compare(db: Db, manifest: Manifest): Promise<void> {
	const { files } = await filesNow(db, store());
	const here = contentHash(await rowsIn(db), files);
	if (here !== manifest.contentHash)
		throw new BackupTrouble(
			`What was restored has the content hash ${here}, and the back-up states ${manifest.contentHash}. Nothing was kept.`
		);
}
