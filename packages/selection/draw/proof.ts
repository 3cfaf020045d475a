import { hex } from './draw.ts';

/**
 * What one person needs to see that a draw treated them as it says, and nothing of anybody else: in which outcomes they
 * are, and the way from there to the root that was published with the commitment.
 */
export type Proof = {
	readonly id: string;
	readonly outcomes: number;
	/** The outcomes in which this person is, from 0. */
	readonly in: readonly number[];
	/** Keeps others from finding out by trying what stands beside their own line. In hexadecimal. */
	readonly salt: string;
	/** From the line up to the root: the digest beside it, and on which side. */
	readonly path: readonly { readonly side: 'left' | 'right'; readonly digest: string }[];
	readonly root: string;
};

type Line = { id: string; in: readonly number[]; salt: Bytes; digest: Bytes };
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The lines of everybody in the outcomes, hashed pairwise up to one root (Merkle 1987; leaves and inner nodes are told
 * apart as in RFC 9162, section 2.1.1). `secret`: at least 16 bytes that the host keeps; whoever audits gets them, too.
 */
export async function proofsOf(
	outcomes: readonly (readonly string[])[],
	secret: Bytes
): Promise<{ root: string; proofFor: (id: string) => Proof | undefined }> {
	if (secret.length < 16) throw new RangeError(`A secret of ${secret.length} bytes; expected at least 16`);
	const lines = await linesOf(outcomes, secret);
	if (!lines.length) throw new RangeError('Outcomes without anybody; expected somebody in one of them');
	const levels = await levelsAbove(lines.map(({ digest }) => digest));
	const root = hex(levels.at(-1)![0]!.buffer);
	return {
		root,
		proofFor(id) {
			const at = lines.findIndex((line) => line.id === id);
			if (at < 0) return undefined;
			const { in: places, salt } = lines[at]!;
			const path = pathFrom(levels, at);
			return { id, outcomes: outcomes.length, in: places, salt: hex(salt.buffer), path, root };
		}
	};
}

/** The root that a proof leads to: it is one only where that is the root that was published. */
export async function rootOf({ id, outcomes, in: places, salt, path }: Proof): Promise<string> {
	let digest = await lineDigest(bytesFrom(salt), textOf(id, outcomes, places));
	for (const { side, digest: beside } of path) {
		const other = bytesFrom(beside);
		digest = await (side === 'left' ? pairDigest(other, digest) : pairDigest(digest, other));
	}
	return hex(digest.buffer);
}

/** In the order of their digests, so that a place in the tree says nothing of who stands beside. */
async function linesOf(outcomes: readonly (readonly string[])[], secret: Bytes): Promise<Line[]> {
	const places = new Map<string, number[]>();
	for (const [at, members] of outcomes.entries())
		for (const id of new Set(members)) places.set(id, [...(places.get(id) ?? []), at]);
	const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
		'sign'
	]);
	const lines = [...places].map(async ([id, mine]) => {
		const salt = new Uint8Array(
			await crypto.subtle.sign('HMAC', key, encoded(`placard-draw-salt-v1\0${id}`))
		);
		return { id, in: mine, salt, digest: await lineDigest(salt, textOf(id, outcomes.length, mine)) };
	});
	return (await Promise.all(lines)).toSorted((one, other) =>
		hex(one.digest.buffer) < hex(other.digest.buffer) ? -1 : 1
	);
}

/** Two and two, level by level; one that is left over goes up as it is. */
async function levelsAbove(first: Bytes[]): Promise<Bytes[][]> {
	const levels = [first];
	for (let below = first; below.length > 1; levels.push(below)) {
		const pairs = Array.from({ length: Math.ceil(below.length / 2) }, (_, at) =>
			below.slice(2 * at, 2 * at + 2)
		);
		below = await Promise.all(pairs.map(async ([left, right]) => (right ? pairDigest(left!, right) : left!)));
	}
	return levels;
}

function pathFrom(levels: Bytes[][], from: number): Proof['path'] {
	return levels.flatMap((level, height) => {
		const at = from >> height;
		const beside = level[at ^ 1];
		return beside
			? [{ side: at & 1 ? ('left' as const) : ('right' as const), digest: hex(beside.buffer) }]
			: [];
	});
}

function textOf(id: string, outcomes: number, places: readonly number[]): string {
	return JSON.stringify({ id, outcomes, in: places });
}

const encoded = (text: string) => new TextEncoder().encode(text);
const lineDigest = (salt: Bytes, text: string) => digestOf([0], salt, encoded(text));
const pairDigest = (left: Bytes, right: Bytes) => digestOf([1], left, right);

async function digestOf(kind: number[], one: Bytes, other: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...kind, ...one, ...other])));
}

function bytesFrom(figures: string): Bytes {
	return Uint8Array.from(figures.match(/../g) ?? [], (two) => parseInt(two, 16));
}
