import { createHash } from 'node:crypto';
import { openArchive } from '../../src/areas/forms/xlsform/server/archive.ts';
import { textOfPdf } from '../surfaces/pdf.ts';

/** What was answered, in every way in which somebody could read it: the headers, the bytes as sent, the words inside. */
export async function everythingIn(response: Response): Promise<string> {
	const bytes = await bytesOf(response);
	const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
	return [head, bytes.toString('utf8'), await inside(response.headers.get('content-type') ?? '', bytes)].join(
		'\n\n'
	);
}

/** A stream goes on without end: what it says at once, and in the second after. */
async function bytesOf(response: Response): Promise<Buffer> {
	if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body)
		return Buffer.from(await response.arrayBuffer());
	const reader = response.body.getReader();
	const parts: Uint8Array[] = [];
	const stop = setTimeout(() => void reader.cancel(), 1000);
	for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
	clearTimeout(stop);
	return Buffer.concat(parts);
}

/** Kinds whose bytes are their words. */
const plain =
	/^(text\/|application\/(json|problem\+json|feed\+json|ld\+json|atom\+xml|xml|manifest\+json)|image\/(svg\+xml|png|webp)|video\/webm)/;

async function inside(type: string, bytes: Buffer): Promise<string> {
	// A photo has no words: it is known by its hash.
	if (type.startsWith('image/jpeg')) return createHash('sha256').update(bytes).digest('hex');
	if (!bytes.length || plain.test(type)) return '';
	if (type.startsWith('application/pdf')) return textOfPdf(bytes);
	if (type.includes('spreadsheetml.sheet') || type.startsWith('application/zip')) return wordsOfZip(bytes);
	throw new Error(`No test reads files of the kind ${type}: teach tests/leaks/read.ts to`);
}

async function wordsOfZip(bytes: Buffer): Promise<string> {
	const { names, part } = await openArchive(bytes);
	const parts = await Promise.all(names.map(part));
	return parts.map((one) => one?.toString('utf8') ?? '').join('\n');
}
