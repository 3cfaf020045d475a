/** What is published before the beacon: the digest of the list, and which value, not yet known, will decide. */
export type Pick = { readonly index: number; readonly counter: number };

const label = 'placard-draw-v1';
const mostOutcomes = 2 ** 53;

/** SHA-256 of the list as it stands, in hexadecimal. Whoever has the list can check that it is the one drawn from. */
export async function commitmentTo(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return hex(await crypto.subtle.digest('SHA-256', bytes));
}

/** The list in the one way in which it is written: members in the order of their ids, lists in the order of their members. */
export function listBytes(outcomes: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
	const panels = outcomes
		.map((members) => members.toSorted())
		.map((members) => ({ members, text: JSON.stringify(members) }))
		.toSorted((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));
	return new TextEncoder().encode(JSON.stringify({ panels: panels.map(({ members }) => members) }));
}

/**
 * Which of `outcomes` equally likely ones the beacon means: the first eight bytes of HMAC-SHA-256 under the beacon, and
 * again with the next counter where a remainder would favour the first outcomes.
 */
export async function pick(commitment: string, beacon: string, outcomes: number): Promise<Pick> {
	if (!Number.isSafeInteger(outcomes) || outcomes < 1 || outcomes > mostOutcomes)
		throw new RangeError(`${outcomes} outcomes; expected a whole number from 1`);
	const key = await crypto.subtle.importKey(
		'raw',
		bytesOf(beacon),
		{ name: 'HMAC', hash: 'SHA-256' },
		false,
		['sign']
	);
	const whole = (2n ** 64n / BigInt(outcomes)) * BigInt(outcomes);
	for (let counter = 0; ; counter++) {
		const said = new TextEncoder().encode(`${label}\0${commitment}\0${counter}`);
		const number = new DataView(await crypto.subtle.sign('HMAC', key, said)).getBigUint64(0);
		if (number < whole) return { index: Number(number % BigInt(outcomes)), counter };
	}
}

/** A beacon of hexadecimal figures is the bytes that they mean; anything else, like the numbers of a lottery, its letters. */
function bytesOf(beacon: string): Uint8Array<ArrayBuffer> {
	const text = beacon.trim();
	if (/^([0-9a-f]{2})+$/i.test(text)) return Uint8Array.from(text.match(/../g)!, (two) => parseInt(two, 16));
	return new TextEncoder().encode(text);
}

export function hex(bytes: ArrayBuffer): string {
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
