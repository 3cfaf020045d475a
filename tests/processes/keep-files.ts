/**
 * Stores, purges and sweeps a few contents over and over. src/server/files/files-races.test.ts starts two of these on
 * one database and one folder.
 */
import { inTransaction, closeDatabase, type Db } from '#server/db';
import { purgeFile, storeFile } from '#server/files';
import { house } from '#shared/actor';
import { removeUnnamed } from '../../src/server/files/keeping.ts';
import { sweepStored } from '../../src/server/files/sweep.ts';
import { stopSender } from '../../src/server/use-case/queue.ts';

const owner = { kind: 'race', id: String(process.pid) };
const mine: string[] = [];
const context = (db: Db) => ({ db, actor: house, now: new Date() });
/** As if everything had lain there for long. */
const later = () => new Date(Date.now() + 60_000);

for (let round = 0; round < 60; round++) {
	const from = Buffer.from(`content ${round % 3}`);
	const limits = { bytes: 1000 };
	const file = await inTransaction((db) =>
		storeFile(context(db), { from, name: 'a.txt', owner, allowed: ['txt'], limits })
	);
	mine.push(file.id);
	if (round % 3 !== 0) await letGo(mine.shift()!);
	if (round % 7 === 0) await sweepStored(later());
}
await stopSender();
await closeDatabase();

async function letGo(id: string): Promise<void> {
	const sha256 = await inTransaction(async (db) => {
		const [row] = await db<{ sha256: string }[]>`select sha256 from files.file where id = ${id}`;
		await purgeFile(context(db), owner, id);
		return row!.sha256;
	});
	await removeUnnamed(sha256);
}
