import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { randomFrom } from '#packages/common';
import { proofsOf, rootOf, type Proof } from './proof.ts';

const secret = new Uint8Array(32).fill(7);

function outcomesOf(seed: number, people: number, count: number): string[][] {
	const random = randomFrom(seed, people);
	const ids = Array.from({ length: people }, (_, at) => `a${at}`);
	return Array.from({ length: count }, () => ids.filter(() => random() < 0.4));
}

/** The same sums by other means: node:crypto, and the tree as RFC 9162 defines it, from its middle. */
function rootByRecursion(outcomes: string[][]): string {
	const sha = (...parts: (Buffer | number[])[]) =>
		createHash('sha256')
			.update(Buffer.concat(parts.map((part) => Buffer.from(part))))
			.digest();
	const ids = [...new Set(outcomes.flat())];
	const leaves = ids.map((id) => {
		const mine = outcomes.flatMap((members, at) => (members.includes(id) ? [at] : []));
		const salt = createHmac('sha256', secret).update(`placard-draw-salt-v1\0${id}`).digest();
		return sha([0], salt, Buffer.from(JSON.stringify({ id, outcomes: outcomes.length, in: mine })));
	});
	const treeOf = (some: Buffer[]): Buffer => {
		if (some.length === 1) return some[0]!;
		const half = 2 ** Math.ceil(Math.log2(some.length) - 1);
		return sha([1], treeOf(some.slice(0, half)), treeOf(some.slice(half)));
	};
	return treeOf(leaves.toSorted(Buffer.compare)).toString('hex');
}

test.each([1, 2, 3, 5, 8, 13, 42])('everybody of %i is led to the one root', async (people) => {
	const outcomes = outcomesOf(1, people, 20);
	const { root, proofFor } = await proofsOf(outcomes, secret);
	expect(root).toBe(rootByRecursion(outcomes));
	for (const id of new Set(outcomes.flat())) {
		const proof = proofFor(id)!;
		expect(proof.in).toEqual(outcomes.flatMap((members, at) => (members.includes(id) ? [at] : [])));
		expect(await rootOf(proof)).toBe(root);
	}
	expect(proofFor('nobody')).toBeUndefined();
});

test('a proof says nothing of anybody else, and nobody can find out by trying', async () => {
	const outcomes = [
		['anna', 'ben'],
		['ben', 'chidi'],
		['anna', 'chidi']
	];
	const { proofFor } = await proofsOf(outcomes, secret);
	const { path, ...own } = proofFor('anna')!;
	expect(JSON.stringify(own)).not.toMatch(/ben|chidi/);
	const guessed = ['ben', 'chidi'].flatMap((id) =>
		[
			[0, 1],
			[1, 2],
			[0, 2]
		].map((places) =>
			createHash('sha256')
				.update(Buffer.from([0]))
				.update(JSON.stringify({ id, outcomes: 3, in: places }))
				.digest('hex')
		)
	);
	expect(path.some(({ digest }) => guessed.includes(digest))).toBe(false);
});

test('whatever is changed in a proof, it leads elsewhere', async () => {
	const { root, proofFor } = await proofsOf(outcomesOf(3, 9, 12), secret);
	const proof = proofFor('a4')!;
	const [first, ...rest] = proof.path;
	const changed: Proof[] = [
		{ ...proof, id: 'a5' },
		{ ...proof, outcomes: 13 },
		{ ...proof, in: [...proof.in, 11] },
		{ ...proof, in: proof.in.slice(1) },
		{ ...proof, salt: proof.salt.replace(/./, (one) => (one === '0' ? '1' : '0')) },
		{ ...proof, path: rest },
		{ ...proof, path: [{ ...first!, side: first!.side === 'left' ? 'right' : 'left' }, ...rest] }
	];
	for (const one of changed) expect(await rootOf(one)).not.toBe(root);
});

test('a secret that could be guessed is refused', async () => {
	await expect(proofsOf([['a']], new Uint8Array(8))).rejects.toThrow(/8 bytes; expected at least 16/);
});
