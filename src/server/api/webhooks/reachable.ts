import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that only we can reach, or nobody: a message to one could open what stands behind our own wall (IANA special-purpose registries). */
const inside = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
	['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
	['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]
] as const) inside.addSubnet(net, bits, 'ipv4'); // prettier-ignore
for (const [net, bits] of [
	['::', 96], ['64:ff9b::', 32], ['100::', 8], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7],
	['fe80::', 9], ['ff00::', 8]
] as const) inside.addSubnet(net, bits, 'ipv6'); // prettier-ignore

/** A network of one's own, or a test, where the other end lives inside: `PLACARD_WEBHOOKS=inside`. */
export function mayGoInside(): boolean {
	return process.env['PLACARD_WEBHOOKS'] === 'inside';
}

export function isInside(address: string): boolean {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
	return inside.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4');
}

/** An address of the web without a name or password in it. What its name leads to is asked each time it is called. */
export function isWebAddress(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, username, password, hostname } = new URL(url);
	const known = protocol === 'https:' || (protocol === 'http:' && mayGoInside());
	const bare = hostname.replace(/^\[|\]$/g, '');
	return known && !username && !password && (mayGoInside() || !isIP(bare) || !isInside(bare));
}

export class NotReachable extends Error {}

/** Looks a name up and gives only addresses outside, so that no name can lead inside between two looks. */
export const lookupOutside: LookupFunction = (name, options, done) => {
	lookup(name, { ...options, all: true }, (error, found) => {
		if (error) return done(error, '', 0);
		const open = found.filter(({ address }) => mayGoInside() || !isInside(address));
		if (!open.length) return done(new NotReachable('inside'), '', 0);
		if (options.all) return done(null, open);
		done(null, open[0]!.address, open[0]!.family);
	});
};
