import { readDraw, readOutcomes, readProof, type Draw, type Proof } from '#packages/selection';
import { madeOf, readBytes } from '../read-text.ts';

export type List = { bytes: Uint8Array<ArrayBuffer>; panels: readonly (readonly string[])[] };

/** The list as it lies there, for its digest, and what it says. */
export async function listIn(file: string): Promise<List> {
	const bytes = await bytesIn(file, 64_000_000, 'a list of outcomes was expected');
	return { bytes, panels: await madeOf(file, () => readOutcomes(new TextDecoder().decode(bytes))) };
}

export function drawIn(file: string): Promise<Draw> {
	return textIn(file, readDraw, 'a draw was expected');
}

export function proofIn(file: string): Promise<Proof> {
	return textIn(file, readProof, 'a proof was expected');
}

/** Bytes that nobody else can know. */
export function secretIn(file: string): Promise<Uint8Array<ArrayBuffer>> {
	return bytesIn(file, 4096, 'a secret of at least 16 bytes was expected');
}

async function textIn<Read>(file: string, read: (text: string) => Read, sentence: string): Promise<Read> {
	const bytes = await bytesIn(file, 1_000_000, sentence);
	return madeOf(file, () => read(new TextDecoder().decode(bytes)));
}

async function bytesIn(file: string, largest: number, sentence: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await readBytes(file, { largest, sentence }));
}
