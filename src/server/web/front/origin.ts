import type { IncomingHttpHeaders } from 'node:http';
import type { OwnAddress } from './own-address.ts';

/**
 * Kit refuses every form that comes without an Origin, as forged. Some honest ones do: privacy browsers, and the
 * one-click unsubscribe of RFC 8058. This gives back the origin to assume for such a request: ours, where the browser
 * says so in another way, or where there is no account that a forger could act with. Otherwise it stays absent, and
 * refused. An Origin that is there, `null` included, is never touched.
 */
export function assumedOrigin(
	headers: IncomingHttpHeaders,
	{ protocol, host }: OwnAddress
): string | undefined {
	const honest = headers.origin === undefined && comesFromUs(headers, host);
	return honest ? `${protocol}://${host}` : headers.origin;
}

function comesFromUs(headers: IncomingHttpHeaders, host: string): boolean {
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
	if (site === 'same-origin') return true;
	if (headers.referer !== undefined) return hostOf(headers.referer) === host;
	return !holdsAccount(headers.cookie ?? '');
}

function hostOf(address: string): string | undefined {
	return URL.canParse(address) ? new URL(address).host : undefined;
}

function holdsAccount(cookies: string): boolean {
	return /(^|;)\s*(__Host-|__Secure-)?placard_session=/.test(cookies);
}
