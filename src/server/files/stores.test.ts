import { mkdirSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fileResponse, mayRead, purgeFile, readFile, storeFile, type Offer } from '#server/files';
import { inTransaction } from '#server/db';
import { house, visitor } from '#shared/actor';
import { documents } from '#shared/file-kinds';
import { askedFor } from '../../../tests/errands.ts';
import { filesFolder } from '../../../tests/files.ts';
import { openBucket } from '../../../tests/s3.ts';
import { someDay, withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { store } from './store.ts';
import { sweep } from './sweep.ts';

mayRead('shelf', () => true);
const owner = { kind: 'shelf', id: '1' };
const offer = (words: string): Offer => ({
	from: Buffer.from(words),
	name: 'a.txt',
	owner,
	allowed: documents,
	limits: { bytes: 10_000_000 }
});
const keep = (world: OwnWorld, words: string) =>
	world.do((inside) => storeFile(inside.as(house), offer(words)));
const stored = async () => (await Array.fromAsync(store().list())).length;
const inTwoDays = () => new Date(Date.now() + 2 * 24 * 60 * 60_000);
const purgeJobs = (world: OwnWorld) =>
	world.do(async ({ db }) => {
		const jobs = await db<{ data: { errand: string; details: { sha256: string } } }[]>`
			delete from pgboss.job where name = 'errands' returning data`;
		return jobs.map(({ data }) => data);
	});

async function read(world: OwnWorld, id: string, headers: Record<string, string> = {}): Promise<string> {
	const file = await world.do((inside) => readFile.within(inside.as(visitor), { id }));
	return (await fileResponse(file, new Request('http://localhost/', { headers }))).text();
}

afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(filesFolder, { recursive: true, force: true });
});

const places: [string, () => Promise<unknown>][] = [
	['a folder', () => Promise.resolve()],
	['a bucket', () => openBucket()]
];

for (const [place, open] of places) {
	test(
		`in ${place}: what is stored is read, whole and in part`,
		withOwnWorld(async (world) => {
			await open();
			const { id } = await keep(world, '0123456789');
			expect(await read(world, id)).toBe('0123456789');
			expect(await read(world, id, { range: 'bytes=3-5' })).toBe('345');
			expect(await store().has('0'.repeat(64))).toBe(false);
			await expect(store().read('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
		})
	);

	test(
		`in ${place}: bytes go with the last file that has them`,
		withOwnWorld(async (world) => {
			await open();
			const [first, second] = [await keep(world, 'the same'), await keep(world, 'the same')];
			expect(await stored()).toBe(1);
			for (const [file, left] of [
				[first, 1],
				[second, 0]
			] as const) {
				await world.do((inside) => purgeFile(inside.as(house), owner, file.id));
				for (const { errand, details } of await purgeJobs(world)) await askedFor(errand, details);
				expect(await stored()).toBe(left);
			}
			await expect(read(world, second.id)).rejects.toMatchObject({ code: 'not-found' });
		})
	);

	test(
		`in ${place}: what an act that failed left behind goes after a day, and nothing else`,
		withOwnWorld(async (world) => {
			await open();
			for (const words of ['kept', 'kept too', 'and this']) await keep(world, words);
			await expect(
				inTransaction(async (db) => {
					await storeFile({ db, actor: house, now: someDay }, offer('never kept'));
					throw new Error('the lights went out');
				})
			).rejects.toThrow('lights');
			expect(await stored()).toBe(4);
			expect(await sweep(new Date())).toEqual({ removed: 0 });
			expect(await sweep(inTwoDays())).toEqual({ removed: 1 });
			expect(await stored()).toBe(3);
		})
	);

	test(
		`in ${place}: many who store the same at once have one piece of bytes, and each a file`,
		withOwnWorld(async (world) => {
			await open();
			const files = await Promise.all(Array.from({ length: 8 }, () => keep(world, 'all of us')));
			expect(new Set(files.map(({ id }) => id)).size).toBe(8);
			expect(await stored()).toBe(1);
		})
	);
}

test(
	'sweeping never takes bytes that somebody stores at the same moment',
	withOwnWorld(async (world) => {
		for (let round = 0; round < 15; round++) {
			const { id } = await keep(world, `round ${round}`);
			await world.do((inside) => purgeFile(inside.as(house), owner, id));
			const [again] = await Promise.all([keep(world, `round ${round}`), sweep(inTwoDays())]);
			expect(await read(world, again.id)).toBe(`round ${round}`);
		}
	})
);

test(
	'what a stopped machine had half received goes after a day',
	withOwnWorld(async () => {
		const { incoming } = store();
		mkdirSync(incoming, { recursive: true });
		await writeFile(path.join(incoming, 'half'), 'ha');
		expect(await sweep(new Date())).toEqual({ removed: 0 });
		expect(await sweep(inTwoDays())).toEqual({ removed: 1 });
	})
);

test(
	'a bucket whose key is wrong, that is away or that is full, says so, and nothing is stored',
	withOwnWorld(async (world) => {
		vi.stubEnv('LOG_LEVEL', 'silent');
		const bucket = await openBucket({ secret: 'not the secret' });
		await expect(keep(world, 'a')).rejects.toMatchObject({ code: 'files-away' });
		expect(bucket.objects.size).toBe(0);
		const full = await openBucket();
		full.trouble.push(507, 507, 507);
		await expect(keep(world, 'a')).rejects.toMatchObject({ code: 'no-room' });
		vi.stubEnv('FILES_S3_ENDPOINT', 'http://127.0.0.1:1');
		await expect(keep(world, 'a')).rejects.toMatchObject({ code: 'files-away' });
		const [{ count }] = (await world.do(
			({ db }) => db`select count(*)::int as count from files.file`
		)) as unknown as [{ count: number }];
		expect(count).toBe(0);
	})
);

test(
	'somebody who stops listening leaves nothing open',
	withOwnWorld(async (world) => {
		const { id } = await keep(world, 'x'.repeat(5_000_000));
		const file = await world.do((inside) => readFile.within(inside.as(visitor), { id }));
		const open = async () => (await readdir('/proc/self/fd').catch(() => [])).length;
		const before = await open();
		for (let n = 0; n < 20; n++) {
			const reader = (await fileResponse(file, new Request('http://localhost/'))).body!.getReader();
			await reader.read();
			await reader.cancel();
		}
		await vi.waitFor(async () => expect(await open()).toBeLessThanOrEqual(before));
	})
);

test(
	'a bucket that stumbles once is asked again',
	withOwnWorld(async (world) => {
		const bucket = await openBucket();
		bucket.trouble.push(503);
		const { id } = await keep(world, 'a');
		expect(await read(world, id)).toBe('a');
		expect(bucket.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(2);
	})
);

test('half a bucket is a mistake of the host, told at once', () => {
	vi.stubEnv('FILES_S3_ENDPOINT', 'https://s3.example');
	expect(() => store()).toThrow('FILES_S3_BUCKET');
});
