import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { inTransaction } from '#server/db';
import { errand } from '#server/use-case';
import { unnamed } from './file.sql.ts';
import { removeUnnamed } from './keeping.ts';
import { store, type Stored } from './store.ts';

const day = 24 * 60 * 60_000;
const batch = 500;

/**
 * Bytes that no file names: an act failed after they were put, or the machine stopped in between. After a day they
 * go; until then the act may still be under way.
 */
async function sweepBytes(): Promise<void> {
	await sweep(new Date());
}

errand(sweepBytes, { cron: '41 3 * * *' });

export async function sweep(now: Date): Promise<{ removed: number }> {
	const before = new Date(now.getTime() - day);
	return { removed: (await sweepIncoming(before)) + (await sweepStored(before)) };
}

export async function sweepStored(before: Date): Promise<number> {
	let removed = 0;
	const waiting: Stored[] = [];
	for await (const one of store().list()) {
		if (one.changedAt < before) waiting.push(one);
		if (waiting.length === batch) removed += await removeOf(waiting.splice(0), before);
	}
	return removed + (await removeOf(waiting, before));
}

async function removeOf(stored: Stored[], before: Date): Promise<number> {
	if (!stored.length) return 0;
	const names = stored.map(({ sha256 }) => sha256);
	let removed = 0;
	for (const sha256 of await inTransaction((db) => unnamed(db, names)))
		if (await removeUnnamed(sha256, () => isStillOld(sha256, before))) removed++;
	return removed;
}

/** Somebody may have put the same bytes again while we looked. */
async function isStillOld(sha256: string, before: Date): Promise<boolean> {
	const changedAt = await store().changedAt(sha256);
	return changedAt !== undefined && changedAt < before;
}

/** What a stopped machine left half received. */
async function sweepIncoming(before: Date): Promise<number> {
	const { incoming } = store();
	let removed = 0;
	for (const name of await readdir(incoming).catch(() => [])) {
		const place = path.join(incoming, name);
		const about = await stat(place).catch(() => undefined);
		if (!about || about.ctime >= before) continue;
		await rm(place, { recursive: true, force: true });
		removed++;
	}
	return removed;
}
