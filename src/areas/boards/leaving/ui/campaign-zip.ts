import { setImmediate as aMoment } from 'node:timers/promises';
import { zipPieces } from '#server/zip';
import type { Leaving } from '../server/leaving.ts';

/** The files of a campaign in one, board by board as the reader takes them: others have their turn in between. */
export function campaignZip(leaving: Leaving): AsyncGenerator<Buffer> {
	return zipPieces(filesIn(leaving));
}

/** Every file of it: what another Placard reads, what people read, and the photos, one at a time. */
export async function* filesIn({
	content,
	forPeople,
	photos
}: Leaving): AsyncGenerator<readonly [name: string, content: string | Uint8Array]> {
	for (const part of [content, forPeople()])
		for (const file of part) {
			yield file;
			await aMoment();
		}
	for (const { name, read } of photos) yield [name, await read()];
}
