import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

/** A file or feed that anybody may have: what it holds, since when, and until when it can be trusted at the longest. */
export type Fresh = {
	body: string | Uint8Array<ArrayBuffer>;
	type: string;
	/** Left out for lists: a thing taken off a list leaves no later date behind. */
	changedAt?: Date | undefined;
	/** Other sites' scripts may read it: for data that is made to be listed elsewhere. */
	shared?: boolean | undefined;
	/** The instant at which the clock alone makes it another: a cache may not keep it longer. */
	until?: Date | null | undefined;
	/** Opens as a download under this name. */
	name?: string | undefined;
};

const longest = 60;

/** Answers with an ETag and a date, keeps caches short, and says "not modified" to whoever has it already. */
export function fresh(
	{ request }: RequestEvent,
	{ body, type, changedAt, until, name, shared }: Fresh
): Response {
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;
	const headers = {
		'content-type': type,
		'cache-control': `public, max-age=${secondsUntil(until)}`,
		etag,
		...(changedAt ? { 'last-modified': changedAt.toUTCString() } : {}),
		...(shared ? { 'access-control-allow-origin': '*' } : {}),
		...(name ? { 'content-disposition': `inline; filename="${name}"` } : {})
	};
	return isKnown(request, etag, changedAt)
		? new Response(null, { status: 304, headers })
		: new Response(body, { headers });
}

/** RFC 9110 §13.2.2: If-None-Match is asked first, and alone when it is there. */
function isKnown({ headers }: Request, etag: string, changedAt: Date | undefined): boolean {
	const known = headers.get('if-none-match');
	if (known !== null)
		return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
	const since = Date.parse(headers.get('if-modified-since') ?? '');
	return changedAt !== undefined && since >= Math.floor(changedAt.getTime() / 1000) * 1000;
}

function secondsUntil(until: Date | null | undefined): number {
	if (!until) return longest;
	return Math.max(0, Math.min(longest, Math.floor((until.getTime() - Date.now()) / 1000)));
}
