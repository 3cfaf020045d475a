import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { afterEach, vi } from 'vitest';

/**
 * A bucket on this machine that answers as S3 does, as far as Placard asks: PUT, GET with a range, HEAD, DELETE and
 * ListObjectsV2 two at a time. It computes each signature itself, from AWS's description ("Authenticating Requests:
 * Using the Authorization Header (AWS Signature Version 4)"), and refuses what does not agree.
 */
const credentials = {
	keyId: 'AKIAPLACARD',
	secret: 'wJalrXUtnFEMI/K7MDENG+bPx',
	region: 'eu-west-2',
	bucket: 'kept'
};

export type Bucket = {
	objects: Map<string, { body: Buffer; at: Date }>;
	/** Statuses to give before it serves again. */
	trouble: number[];
	requests: string[];
};

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
	vi.unstubAllEnvs();
});

/** Opens a bucket and points Placard to it, until the test ends. */
export async function openBucket(given: Partial<typeof credentials> = {}): Promise<Bucket> {
	const bucket: Bucket = { objects: new Map(), trouble: [], requests: [] };
	const server = createServer((request, response) => void answer(bucket, request, response));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	closing.push(() => server.close());
	const { keyId, secret, region } = { ...credentials, ...given };
	vi.stubEnv('FILES_S3_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	vi.stubEnv('FILES_S3_BUCKET', credentials.bucket);
	vi.stubEnv('FILES_S3_KEY_ID', keyId);
	vi.stubEnv('FILES_S3_SECRET', secret);
	vi.stubEnv('FILES_S3_REGION', region);
	return bucket;
}

async function answer(bucket: Bucket, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const body = await buffer(request);
	const url = new URL(request.url!, 'http://bucket');
	const key = url.pathname.slice(credentials.bucket.length + 2);
	bucket.requests.push(`${request.method} ${key}`);
	const trouble = bucket.trouble.shift();
	// As S3 itself: a body in chunks of unknown number is refused.
	if (request.method === 'PUT' && !request.headers['content-length'])
		return void response.writeHead(411).end();
	if (trouble) return void response.writeHead(trouble).end();
	if (!isSigned(request, url, body))
		return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
	const [status, headers, content] = serve(bucket, request, url, key, body);
	response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : content);
}

type Served = [status: number, headers: Record<string, string | number>, content?: Buffer | string];

function serve({ objects }: Bucket, request: IncomingMessage, url: URL, key: string, body: Buffer): Served {
	if (request.method === 'PUT') return (objects.set(key, { body, at: new Date() }), [200, {}]);
	if (request.method === 'DELETE') return (objects.delete(key), [204, {}]);
	if (!key) return [200, {}, listed(objects, url)];
	const object = objects.get(key);
	if (!object) return [404, {}, '<Error><Code>NoSuchKey</Code></Error>'];
	const dates = { 'last-modified': object.at.toUTCString() };
	const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
	const part = range ? object.body.subarray(Number(range[1]), Number(range[2]) + 1) : object.body;
	return [range ? 206 : 200, { ...dates, 'content-length': part.length }, part];
}

function listed(objects: Bucket['objects'], url: URL): string {
	const prefix = url.searchParams.get('prefix') ?? '';
	const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
	const after = url.searchParams.get('continuation-token');
	const start = after ? keys.indexOf(after.replace(/^after&/, '')) + 1 : 0;
	const page = keys.slice(start, start + 2);
	const contents = page.map(
		(key) =>
			`<Contents><Key>${key}</Key><LastModified>${objects.get(key)!.at.toISOString()}</LastModified></Contents>`
	);
	const more = start + 2 < keys.length;
	return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('\n')}${
		more ? `<NextContinuationToken>after&amp;${page.at(-1)}</NextContinuationToken>` : ''
	}</ListBucketResult>`;
}

function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
	const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
		request.headers.authorization ?? ''
	);
	if (!given) return false;
	const [, credential, signed, signature] = given as unknown as [string, string, string, string];
	const [keyId, day, region, service, end] = credential.split('/') as [
		string,
		string,
		string,
		string,
		string
	];
	const time = String(request.headers['x-amz-date']);
	const hash = String(request.headers['x-amz-content-sha256']);
	const scope = `${day}/${credentials.region}/s3/aws4_request`;
	const canonical = [
		request.method,
		url.pathname,
		queryOf(url),
		headersOf(request, signed),
		signed,
		hash
	].join('\n');
	const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
	const known =
		keyId === credentials.keyId &&
		region === credentials.region &&
		service === 's3' &&
		end === 'aws4_request';
	const whole = hash === 'UNSIGNED-PAYLOAD' || hash === sha256(body);
	const all = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) =>
		signed.split(';').includes(name)
	);
	return known && whole && all && time.startsWith(day) && signature === sign(day, toSign);
}

function queryOf(url: URL): string {
	const encode = (text: string) =>
		encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	return [...url.searchParams]
		.map(([name, value]) => `${encode(name)}=${encode(value)}`)
		.sort()
		.join('&');
}

function headersOf(request: IncomingMessage, signed: string): string {
	return signed
		.split(';')
		.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}\n`)
		.join('');
}

function sign(day: string, text: string): string {
	const key = [day, credentials.region, 's3', 'aws4_request'].reduce(
		(key: Buffer | string, part) => hmac(key, part),
		`AWS4${credentials.secret}`
	);
	return hmac(key, text).toString('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}

function sha256(content: Buffer | string): string {
	return createHash('sha256').update(content).digest('hex');
}
