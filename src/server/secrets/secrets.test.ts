import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seal, unseal } from './index.ts';

const secret = new TextEncoder().encode('twenty bytes of key.');
const before = { PLACARD_DATA: process.env['PLACARD_DATA'], PLACARD_KEY: process.env['PLACARD_KEY'] };
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'placard-key-'));
	process.env['PLACARD_DATA'] = path.join(folder, 'data');
	delete process.env['PLACARD_KEY'];
});
afterEach(async () => {
	for (const [name, value] of Object.entries(before))
		if (value === undefined) delete process.env[name];
		else process.env[name] = value;
	await rm(folder, { recursive: true });
});

test('what is altered, somebody else’s or sealed with another key does not open', async () => {
	const box = await seal(secret, 'eira');
	expect(await unseal(box, 'rosa')).toBeUndefined();
	for (let byte = 0; byte < box.length; byte++) {
		const altered = Buffer.from(box);
		altered[byte]! ^= 1;
		expect(await unseal(altered, 'eira')).toBeUndefined();
	}
	expect(await unseal(Buffer.alloc(0), 'eira')).toBeUndefined();
	process.env['PLACARD_KEY'] = 'another key, which is long enough to be one';
	expect(await unseal(box, 'eira')).toBeUndefined();
});

test('a short key is refused with how to make a good one', async () => {
	process.env['PLACARD_KEY'] = 'short';
	await expect(seal(secret, 'eira')).rejects.toThrow('openssl rand');
});

test('what was sealed opens, and does not look the same twice', async () => {
	const [one, two] = [await seal(secret, 'eira'), await seal(secret, 'eira')];
	expect(one).not.toEqual(two);
	expect(one.includes(Buffer.from(secret))).toBe(false);
	expect(new Uint8Array((await unseal(one, 'eira'))!)).toEqual(secret);
	expect(new Uint8Array((await unseal(two, 'eira'))!)).toEqual(secret);
});

test('ten that begin at once make one key, which nobody else can read', async () => {
	const boxes = await Promise.all(Array.from({ length: 10 }, () => seal(secret, 'eira')));
	for (const box of boxes) expect(await unseal(box, 'eira')).toBeDefined();
	expect(await readdir(path.join(folder, 'data'))).toEqual(['key']);
	const file = path.join(folder, 'data/key');
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32);
});
