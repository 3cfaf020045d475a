import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { textOf } from '../reference/examples.ts';
import { commitmentTo, listBytes, pick } from './draw.ts';
import { readDraw, readOutcomes } from './read-draw.ts';

type Vector = {
	lottery_bytes_utf8: string;
	commit: string;
	beacon: string;
	M: number;
	index: number;
	counter: number;
};
const vectors = JSON.parse(textOf('draw-vectors.json')) as Vector[];

test.each(vectors)('the beacon $beacon means outcome $index of $M', async (vector) => {
	const commitment = await commitmentTo(new TextEncoder().encode(vector.lottery_bytes_utf8));
	expect(commitment).toBe(vector.commit);
	expect(await pick(commitment, vector.beacon, vector.M)).toEqual({
		index: vector.index,
		counter: vector.counter
	});
});

test('it is what another library makes of the same rule', async () => {
	for (let round = 0; round < 60; round++)
		for (const outcomes of [1, 3, 7, 1000, 2 ** 52 + 1]) {
			const [commitment, beacon] = [digest(`list ${round}`), digest(`beacon ${round}`)];
			expect(await pick(commitment, beacon, outcomes)).toEqual(slowly(commitment, beacon, outcomes));
		}
});

test('a number that would favour the first outcomes is thrown away', async () => {
	// Of the numbers of 64 bits, nine of ten sizes of this many are left over.
	const outcomes = Math.floor(2 ** 64 / 2048.9);
	const beacons = Array.from({ length: 20_000 }, (_, round) => digest(`beacon ${round}`));
	const thrown = beacons.filter((beacon) => slowly('c0ffee', beacon, outcomes).counter > 0);
	expect(thrown.length).toBeGreaterThan(3);
	for (const beacon of thrown)
		expect(await pick('c0ffee', beacon, outcomes)).toEqual(slowly('c0ffee', beacon, outcomes));
});

test('seven outcomes come up alike often', async () => {
	const counts = Array.from({ length: 7 }, () => 0);
	for (let draw = 0; draw < 7_000; draw++)
		counts[(await pick('c0ffee', draw.toString(16).padStart(8, '0'), 7)).index]!++;
	const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
	// The 99.9 % point of chi-square with six degrees of freedom; the draw has a fixed seed, so this never wavers.
	expect(chiSquare).toBeLessThan(22.46);
});

test('numbers of a lottery are taken as they are written, and figures as bytes', async () => {
	expect(await pick('ab', '3 17 22 41', 1000)).toEqual(slowly('ab', '3 17 22 41', 1000));
	expect(await pick('ab', ' 0A0b ', 1000)).toEqual(await pick('ab', '0a0b', 1000));
});

test('no outcome, or half of one, is refused', async () => {
	for (const outcomes of [0, -1, 1.5, Infinity, 2 ** 60])
		await expect(pick('ab', 'cd', outcomes)).rejects.toThrow(RangeError);
});

test('the same cohorts are the same bytes, in whatever order they are given', () => {
	const text = new TextDecoder().decode(
		listBytes([
			['b', 'a'],
			['a10', 'a2']
		])
	);
	expect(text).toBe('{"panels":[["a","b"],["a10","a2"]]}');
});

test.each([
	['', 'it is not JSON'],
	['[]', 'panels is undefined; expected a list like'],
	['{"panels":[]}', 'panels is 0; expected a list like'],
	['{"panels":[["a"],[1]]}', 'panels.1.0 is 1; expected a list like']
])('the list %j is refused in a sentence', (text, sentence) => {
	expect(() => readOutcomes(text)).toThrow(sentence);
});

test('a draw without its number is refused in a sentence', () => {
	expect(() => readDraw('{"commitment":"ab"}')).toThrow(
		'beacon is undefined; expected what placard draw pick prints'
	);
});

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** The rule of the vectors once more, with another library and big numbers only. */
function slowly(commitment: string, beacon: string, outcomes: number): { index: number; counter: number } {
	const isHex = /^([0-9a-f]{2})+$/i.test(beacon);
	for (let counter = 0; ; counter++) {
		const mac = createHmac('sha256', isHex ? Buffer.from(beacon, 'hex') : beacon);
		const bytes = mac.update(`placard-draw-v1\0${commitment}\0${counter}`).digest();
		const number = BigInt(`0x${bytes.subarray(0, 8).toString('hex')}`);
		const rest = 2n ** 64n % BigInt(outcomes);
		if (number < 2n ** 64n - rest) return { index: Number(number % BigInt(outcomes)), counter };
	}
}
