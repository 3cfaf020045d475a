import type { RequestEvent } from '@sveltejs/kit';
import { limitOf } from '#server/limits';
import { tooMany } from '#shared/problem';
import { networkOf } from './client.ts';

const seconds = 600;

/**
 * What one network address may ask of one process in ten minutes, so that nobody alone keeps it busy. Thirty people
 * who each send a whole application, saving every ten seconds, send 2,700 forms; four times that is nobody's reading.
 * In memory: with several processes an address may ask each of them so much.
 */
const forms = limitOf({ points: 12_000, seconds });
/** What takes tens of milliseconds to make: a PDF, an archive, an export. */
const costly = limitOf({ points: 1200, seconds });

/** Megabytes of files that come in pieces or in one form. Thirty people who each bring a film of 90 MB bring 2,700. */
const megabytes = limitOf({ points: 4000, seconds });

/** Every form that is sent. */
export function underCeiling(event: RequestEvent): Promise<void> {
	return spend(forms, event);
}

/** Pages that cost more than reading: their `+server.ts` asks first. */
export function underCostlyCeiling(event: RequestEvent): Promise<void> {
	return spend(costly, event);
}

/** Bytes of somebody's files, before they are read. */
export function underUploadCeiling(event: RequestEvent, bytes: number): Promise<void> {
	return spend(megabytes, event, Math.max(1, Math.ceil(bytes / 1_000_000)));
}

async function spend(limit: ReturnType<typeof limitOf>, event: RequestEvent, points = 1): Promise<void> {
	const milliseconds = await limit(networkOf(event), points);
	if (milliseconds === undefined) return;
	const wait = Math.ceil(milliseconds / 1000);
	event.setHeaders({ 'retry-after': String(wait) });
	throw tooMany(Math.max(1, Math.ceil(wait / 60)));
}
