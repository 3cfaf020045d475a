import { outermost } from './forwarded.ts';
import type { Trust } from './trust.ts';

/** The address of whoever asks, for rate limits: that of the connection, or what a trusted proxy saw. */
export function visitorAddress(
	connection: string | undefined,
	forwardedFor: string | string[] | undefined,
	{ proxies }: Trust
): string {
	return plain(outermost(forwardedFor, proxies) ?? connection ?? '');
}

/** An IPv4 address that came in by an IPv6 socket is an IPv4 address. */
function plain(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
