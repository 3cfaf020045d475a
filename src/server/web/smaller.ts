import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit/hooks';

const compress = promisify(gzip);
const words = /^(text\/|application\/(json|atom\+xml|feed\+json|xml))/;
/** Below a packet's worth there is nothing to win. */
const least = 1_400;

/**
 * Pages and feeds take a fifth of the time over a slow line. Only for whoever has no cookie: where nothing on a page
 * is secret, nobody can learn a secret from how well it compresses (BREACH).
 */
export const smaller: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!isWorthIt(event.request, response)) return response;
	const body = Buffer.from(await response.arrayBuffer());
	const { status, headers } = response;
	headers.append('vary', 'accept-encoding');
	if (body.length < least) return new Response(body, { status, headers });
	headers.set('content-encoding', 'gzip');
	headers.delete('content-length');
	const etag = headers.get('etag');
	if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
	return new Response(await compress(body, { level: 6 }), { status, headers });
};

function isWorthIt({ method, headers }: Request, response: Response): boolean {
	return (
		method === 'GET' &&
		!headers.has('cookie') &&
		/\bgzip\b/.test(headers.get('accept-encoding') ?? '') &&
		response.body !== null &&
		!response.headers.has('content-encoding') &&
		!response.headers.has('set-cookie') &&
		words.test(response.headers.get('content-type') ?? '')
	);
}
