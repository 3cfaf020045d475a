import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AwsClient } from 'aws4fetch';
import { log } from '#server/log';
import { Problem } from '#shared/problem';
import type { PieceName, Pieces, Range, Store, Stored } from './store.ts';

export type Bucket = { endpoint: string; bucket: string; region: string; keyId: string; secret: string };

/** A private bucket that speaks S3 (AWS, MinIO, Ceph, Garage …): one object for each SHA-256, addressed by path. */
export function s3Store(bucket: Bucket): Store {
	const ask = asker(bucket);
	const changedAt = async (sha256: string) => whenChanged(await ask('HEAD', sha256));
	return {
		incoming: path.join(tmpdir(), 'placard-incoming'),
		put: async (place, sha256) => put(ask, sha256, place, sha256),
		has: async (sha256) => (await changedAt(sha256)) !== undefined,
		read: async (sha256, range) => read(ask, sha256, range),
		changedAt,
		remove: async (sha256) => remove(ask, sha256),
		list: () => list(ask),
		pieces: piecesIn(ask)
	};
}

/**
 * An object for each piece, and no multipart upload: its parts may not be below 5 MiB, which is too much for a slow
 * line, and the bytes have to be looked at here before they may be called a file.
 */
function piecesIn(ask: Ask): Pieces {
	const keyOf = ({ upload, id }: PieceName) => `pieces/${upload}/${id}`;
	return {
		put: async (place, { sha256, ...piece }) => put(ask, keyOf(piece), place, sha256),
		read: async (piece) => read(ask, keyOf(piece), undefined),
		remove: async (piece) => remove(ask, keyOf(piece)),
		async clear(upload) {
			for await (const { key } of objects(ask, `pieces/${upload}/`)) await remove(ask, key);
		},
		async *list() {
			for await (const { key, changedAt } of objects(ask, 'pieces/')) {
				const [, upload, id] = key.split('/');
				if (upload && id) yield { upload, id, changedAt };
			}
		}
	};
}

async function remove(ask: Ask, key: string): Promise<void> {
	expected(await ask('DELETE', key), [200, 204, 404]);
}

type Ask = (method: string, key: string, init?: RequestInit) => Promise<Response>;

function asker({ endpoint, bucket, region, keyId, secret }: Bucket): Ask {
	const client = new AwsClient({
		accessKeyId: keyId,
		secretAccessKey: secret,
		region,
		service: 's3',
		retries: 2
	});
	const base = `${endpoint.replace(/\/+$/, '')}/${bucket}/`;
	return async (method, key, init = {}) => {
		const signal = AbortSignal.timeout(5 * 60_000);
		try {
			return await client.fetch(base + key, { method, signal, ...init });
		} catch (error) {
			log.error({ err: error }, 'the store of files does not answer');
			throw new Problem('files-away');
		}
	};
}

/** The server checks what it receives against its hash. */
async function put(ask: Ask, key: string, place: string, sha256: string): Promise<void> {
	const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 };
	expected(await ask('PUT', key, { body: await openAsBlob(place), headers }), [200]);
}

async function read(ask: Ask, sha256: string, range: Range | undefined): Promise<ReadableStream<Uint8Array>> {
	const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
	const response = expected(await ask('GET', sha256, { headers }), [range ? 206 : 200, 404]);
	if (response.status === 404 || !response.body) throw new Problem('not-found');
	return response.body as ReadableStream<Uint8Array>;
}

function whenChanged(response: Response): Date | undefined {
	if (expected(response, [200, 404]).status === 404) return undefined;
	return new Date(response.headers.get('last-modified') ?? 0);
}

async function* list(ask: Ask): AsyncIterable<Stored> {
	for await (const { key, changedAt } of objects(ask))
		if (/^[0-9a-f]{64}$/.test(key)) yield { sha256: key, changedAt };
}

/** ListObjectsV2, page by page. */
async function* objects(ask: Ask, prefix?: string): AsyncIterable<{ key: string; changedAt: Date }> {
	let next: string | undefined;
	do {
		const query = new URLSearchParams({
			'list-type': '2',
			...(next ? { 'continuation-token': next } : {}),
			...(prefix ? { prefix } : {})
		});
		const page = await expected(await ask('GET', `?${query}`), [200]).text();
		for (const [, object] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
			const key = element(object!, 'Key');
			if (key) yield { key, changedAt: new Date(element(object!, 'LastModified') ?? 0) };
		}
		next = element(page, 'NextContinuationToken');
	} while (next);
}

function element(xml: string, name: string): string | undefined {
	const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
	return text
		?.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/** Anything else is the store's trouble: people hear that it is away, the log hears the number. */
function expected(response: Response, statuses: number[]): Response {
	if (statuses.includes(response.status)) return response;
	void response.body?.cancel();
	log.error({ status: response.status }, 'the store of files refuses');
	throw new Problem(response.status === 507 ? 'no-room' : 'files-away');
}
