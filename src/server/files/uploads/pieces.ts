import { randomUUID } from 'node:crypto';
import { Problem } from '#shared/problem';
import { hashOf, withIncoming, type Source } from '../incoming.ts';
import { store } from '../store.ts';
import { mostInPiece } from './limits.ts';

/** Bytes that lie in the store for good, and belong to no file yet. */
export type ReceivedPiece = { id: string; size: number; sha256: string };

/**
 * Takes the bytes of one piece into the store, streaming, before any transaction is open: a slow line holds nobody up.
 * `sha256`: what the sender says it is; anything else was damaged on the way and leaves nothing.
 */
export async function receivePiece(upload: string, source: Source, sha256?: string): Promise<ReceivedPiece> {
	const { incoming, pieces } = store();
	return withIncoming(incoming, source, mostInPiece, async (place, size) => {
		const found = await hashOf(place);
		if (sha256 !== undefined && sha256 !== found) throw new Problem('piece-damaged');
		const id = randomUUID();
		await pieces.put(place, { upload, id, sha256: found });
		return { id, size, sha256: found };
	});
}

/** One that became part of nothing. What we miss here goes with its upload, or after a day. */
export async function dropPiece(upload: string, { id }: ReceivedPiece): Promise<void> {
	await store()
		.pieces.remove({ upload, id })
		.catch(() => undefined);
}
