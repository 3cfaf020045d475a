import { fitting } from '#server/use-case';
import { Problem } from '#shared/problem';
import type { Operation } from './operation.ts';

/** More than any operation takes, and less than anybody could be kept busy with. */
const mostBytes = 200_000;

/** The body as it came. Its text is what a key stands for. */
export async function bodyOf(request: Request, { body }: Operation): Promise<string> {
	if (!body) return '';
	if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
		throw new Problem('api-not-json');
	const text = await textWithin(request.body);
	if (text === undefined) throw new Problem('too-large');
	return text;
}

async function textWithin(stream: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream ?? []) {
		size += chunk.length;
		if (size > mostBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

type Given = { params: Record<string, string>; url: URL; body: string };

/** What the use case is asked: the address, what follows its question mark, and the body, each in its shape. */
export function inputFrom({ query, body }: Operation, given: Given): Record<string, unknown> {
	const asked = fitting(query, Object.fromEntries(given.url.searchParams));
	const sent = body ? fitting(body, jsonFrom(given.body)) : {};
	return { ...asked, ...sent, ...given.params };
}

function jsonFrom(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new Problem('api-not-json');
	}
}
