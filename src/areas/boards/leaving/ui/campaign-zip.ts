import { setImmediate as aMoment } from 'node:timers/promises';
import { zipPieces } from '#server/zip';
import type { Taken } from '../files.ts';

/** The files of a campaign in one, board by board as the reader takes them: others have their turn in between. */
export async function* campaignZip({ content, forPeople }: Taken): AsyncGenerator<Buffer> {
	for (const piece of zipPieces(both(content, forPeople()))) {
		yield piece;
		await aMoment();
	}
}

function* both<T>(one: Iterable<T>, other: Iterable<T>): Generator<T> {
	yield* one;
	yield* other;
}
