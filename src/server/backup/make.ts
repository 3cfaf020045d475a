import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import type { Db, Pool } from '#server/db';
import { store, type Store } from '#server/files';
import { fixForm, migrationsRun, sequences } from './catalog.sql.ts';
import { measureFile, rowsIn } from './content.ts';
import { contentHash, format, type File, type Manifest } from './manifest.ts';
import { fileHashes, isFileNamed } from './rows.sql.ts';
import { BackupTrouble } from './trouble.ts';

type How = { pool: Pool; to: Writable; spoolIn: string; now: Date };

/**
 * Everything at one instant, while people go on working: the rows as one snapshot shows them, spooled beside the
 * target because a tar must know sizes first, then the files those rows name, whose bytes never change.
 */
export async function makeBackup({ pool, to, spoolIn, now }: How): Promise<Manifest> {
	const spool = await mkdtemp(path.join(spoolIn, '.placard-backup-'));
	try {
		const manifest = await gather(pool, spool, now);
		await pipeline(archive(manifest, spool, store()), to);
		return manifest;
	} finally {
		await rm(spool, { recursive: true, force: true });
	}
}

/** A file that somebody erases meanwhile must not survive in the back-up: then a new snapshot is taken. */
async function gather(pool: Pool, spool: string, now: Date): Promise<Manifest> {
	for (let tries = 0; tries < 5; tries++) {
		const manifest = await pool.begin('isolation level repeatable read read only', (db) =>
			snapshot(db, spool, now)
		);
		const erased = await pool.begin(async (db) => {
			for (const sha256 of manifest.lost) if (!(await isFileNamed(db, sha256))) return true;
			return false;
		});
		if (!erased) return manifest;
	}
	throw new BackupTrouble('Files were erased faster than they could be copied. Run the back-up again.');
}

async function snapshot(db: Db, spool: string, now: Date): Promise<Manifest> {
	await fixForm(db);
	const [version] = await db<{ serverVersion: string }[]>`show server_version`;
	const tables = await rowsIn(db, spool);
	const { files, lost } = await filesNow(db, store());
	return {
		format,
		madeAt: now.toISOString(),
		postgres: version!.serverVersion,
		migrations: await migrationsRun(db),
		tables,
		sequences: await sequences(db),
		files,
		lost,
		contentHash: contentHash(tables, files)
	};
}

/** Those that the rows name: the ones the store holds whole, and the ones it does not. */
export async function filesNow(db: Db, from: Store): Promise<{ files: File[]; lost: string[] }> {
	const [files, lost]: [File[], string[]] = [[], []];
	for (const { sha256 } of await fileHashes(db)) {
		const found = await measureFile(from, sha256);
		if (found) files.push(found);
		else lost.push(sha256);
	}
	return { files, lost };
}

/** The list first, so that a reader knows what to expect; then tables, then files. */
function archive(manifest: Manifest, spool: string, from: Store): Pack {
	const tar = pack();
	const mtime = new Date(manifest.madeAt);
	const add = (name: string, size: number, content: Readable) =>
		pipeline(content, tar.entry({ name, size, mtime, mode: 0o600 }));
	async function fill(): Promise<void> {
		const list = Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`);
		await add('manifest.json', list.length, Readable.from([list]));
		for (const { name, bytes } of manifest.tables)
			await add(`tables/${name}.csv`, bytes, createReadStream(path.join(spool, name)));
		for (const { sha256, bytes } of manifest.files)
			await add(`files/${sha256}`, bytes, Readable.fromWeb((await from.read(sha256)) as never));
		tar.finalize();
	}
	fill().catch((error: unknown) => tar.destroy(error as Error));
	return tar;
}
