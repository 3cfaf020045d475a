import { inTransaction } from '#server/db';
import { errand } from '#server/use-case';
import { store } from '../store.ts';
import { hoursKept } from './limits.ts';
import { deleteLeftAlone, unknownUploads } from './upload.sql.ts';

const batch = 200;

/** The pieces of a file that is finished or given up. One that is still on its way keeps them. */
async function clearPieces({ upload }: { upload?: unknown }): Promise<void> {
	if (typeof upload === 'string') await clearUnknown([upload]);
}

export const askToClear = errand(clearPieces);

/** Every hour: what nobody went on with for a day, and pieces that belong to nothing. */
async function sweepUploads(): Promise<void> {
	await dropUnfinished(new Date());
}

errand(sweepUploads, { cron: '17 * * * *' });

export async function dropUnfinished(now: Date): Promise<{ dropped: number }> {
	const before = new Date(now.getTime() - hoursKept * 3_600_000);
	const dropped = await inTransaction((db) => deleteLeftAlone(db, before));
	await clearUnknown(dropped);
	const old = new Set<string>();
	for await (const { upload, changedAt } of store().pieces.list()) if (changedAt < before) old.add(upload);
	for (const some of inBatches([...old])) await clearUnknown(some);
	return { dropped: dropped.length };
}

async function clearUnknown(uploads: string[]): Promise<void> {
	if (!uploads.length) return;
	for (const id of await inTransaction((db) => unknownUploads(db, uploads))) await store().pieces.clear(id);
}

function* inBatches<T>(all: T[]): Iterable<T[]> {
	for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
}
