import type { RequestEvent } from '@sveltejs/kit';

/** One household or library, as networks number them: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf({ getClientAddress }: Pick<RequestEvent, 'getClientAddress'>): string {
	const address = getClientAddress().replace(/^::ffff:(?=\d+\.)/i, '');
	return address.includes(':') ? prefixOf(address) : address;
}

/** The first four groups, written out: "2001:db8::1" → "2001:db8:0:0". */
function prefixOf(address: string): string {
	const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
	const before = head.split(':').filter(Boolean);
	const behind = (tail ?? '').split(':').filter(Boolean);
	const middle = tail === undefined ? 0 : Math.max(0, 8 - before.length - behind.length);
	const groups = [...before, ...Array<string>(middle).fill('0'), ...behind];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
