import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import {
	abandonUpload,
	addPiece,
	beginUpload,
	dropPiece,
	fileResponse,
	filesOf,
	finishUpload,
	mayRead,
	purgeFilesOf,
	readFile,
	receivePiece,
	uploadOf,
	uploadsOf,
	type UploadView
} from '#server/files';
import type { Context } from '#server/use-case';
import { house, visitor } from '#shared/actor';
import { askedFor } from '../../../../tests/errands.ts';
import { filesFolder } from '../../../../tests/files.ts';
import { openBucket } from '../../../../tests/s3.ts';
import { someDay, withOwnWorld, type OwnWorld } from '../../../../tests/world.ts';
import { store } from '../store.ts';
import { BlockHash } from './block-hash.ts';
import { dropUnfinished } from './sweep.ts';

mayRead('reel', () => true);
const owner = { kind: 'reel', id: '1' };
const limits = { bytes: 1_000_000, files: 5, total: 2_000_000 };
const announced = {
	owner,
	place: 'recording',
	name: 'our story.webm',
	medium: 'video',
	fingerprint: 'f',
	limits
};

/** The least by which a file is known as WebM, and then anything. */
function film(size: number): Buffer {
	const head = Buffer.from(
		'1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701',
		'hex'
	);
	return Buffer.concat([head, randomBytes(size - head.length)]);
}

const act = <T>(world: OwnWorld, work: (context: Context) => Promise<T>) =>
	world.do((inside) => work(inside.as(house)));
const begin = (world: OwnWorld, size: number | null, more: Partial<typeof announced> = {}) =>
	act(world, (context) => beginUpload(context, { ...announced, size, ...more }));

/** As the web does it: into the store first, then into the file; what joins nothing goes. */
async function send(
	world: OwnWorld,
	id: string,
	at: number,
	bytes: Uint8Array,
	as = owner
): Promise<UploadView> {
	const piece = await receivePiece(id, bytes);
	let isNew = false;
	try {
		const upload = await act(world, (context) => addPiece(context, as, id, { ...piece, at }));
		isNew = upload.isNew;
		return upload;
	} finally {
		if (!isNew) await dropPiece(id, piece);
	}
}

async function sendAll(world: OwnWorld, id: string, bytes: Buffer, step: number, from = 0): Promise<void> {
	for (let at = from; at < bytes.length; at += step)
		await send(world, id, at, bytes.subarray(at, Math.min(at + step, bytes.length)));
}

const finish = (world: OwnWorld, id: string, hash?: string) =>
	act(world, (context) => finishUpload(context, { owner, id, allowed: ['webm'], limits, hash }));
const pieces = async () => (await Array.fromAsync(store().pieces.list())).length;
const hashOf = (bytes: Buffer) => {
	const hash = new BlockHash();
	for (let at = 0; at < bytes.length; at += 300_001) hash.update(bytes.subarray(at, at + 300_001));
	return hash.digest();
};

async function read(world: OwnWorld, id: string): Promise<Buffer> {
	const file = await world.do((inside) => readFile.within(inside.as(visitor), { id }));
	return Buffer.from(await (await fileResponse(file, new Request('http://localhost/'))).arrayBuffer());
}

async function runErrands(world: OwnWorld): Promise<void> {
	const jobs = await world.do(
		({ db }) => db<{ data: { errand: string; details: { upload: string } } }[]>`
			delete from pgboss.job where name = 'errands' returning data`
	);
	for (const { data } of jobs) await askedFor(data.errand, data.details);
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
		`in ${place}: a file comes in pieces, goes on where it was, and is whole at the end`,
		withOwnWorld(async (world) => {
			await open();
			const bytes = film(700_000);
			const { id } = await begin(world, bytes.length);
			await sendAll(world, id, bytes.subarray(0, 300_000), 100_000);
			const again = await begin(world, bytes.length);
			expect(again).toMatchObject({ id, received: 300_000 });
			await expect(finish(world, id)).rejects.toMatchObject({ code: 'upload-unfinished' });
			await sendAll(world, id, bytes, 150_000, 300_000);
			const done = await finish(world, id, hashOf(bytes));
			expect(done).toMatchObject({ file: { name: 'our story.webm', kind: 'webm', size: 700_000 } });
			if ('file' in done) expect((await read(world, done.file.id)).equals(bytes)).toBe(true);
			await runErrands(world);
			expect(await pieces()).toBe(0);
			await expect(finish(world, id)).rejects.toMatchObject({ code: 'not-found' });
		})
	);

	test(
		`in ${place}: what is given up, and what nobody went on with for a day, leaves nothing`,
		withOwnWorld(async (world) => {
			await open();
			const [one, two] = [await begin(world, 10_000), await begin(world, 20_000, { fingerprint: 'g' })];
			for (const { id } of [one, two]) await send(world, id, 0, film(5000));
			await receivePiece('00000000-0000-4000-8000-000000000000', film(100));
			await act(world, (context) => abandonUpload(context, owner, one.id));
			await runErrands(world);
			expect(await pieces()).toBe(2);
			expect(await dropUnfinished(new Date(someDay.getTime() + 3_600_000))).toEqual({ dropped: 0 });
			expect(await dropUnfinished(new Date(Date.now() + 25 * 3_600_000))).toEqual({ dropped: 1 });
			expect(await pieces()).toBe(0);
		})
	);
}

test(
	'another’s is not there',
	withOwnWorld(async (world) => {
		const { id } = await begin(world, 10_000);
		const other = { kind: 'reel', id: '2' };
		const acts = [
			() => act(world, (context) => uploadOf(context, other, id)),
			() => send(world, id, 0, film(100), other),
			() => act(world, (context) => abandonUpload(context, other, id)),
			() => act(world, (context) => finishUpload(context, { owner: other, id, allowed: ['webm'], limits }))
		];
		for (const one of acts) await expect(one()).rejects.toMatchObject({ code: 'not-found' });
		expect(await pieces()).toBe(0);
		expect(await act(world, (context) => uploadsOf(context, owner))).toMatchObject([{ id, received: 0 }]);
	})
);

test(
	'a piece that does not join is refused with how far the file is; the same piece again changes nothing',
	withOwnWorld(async (world) => {
		const bytes = film(10_000);
		const { id } = await begin(world, 10_000);
		const [first, other] = [bytes.subarray(0, 4000), Buffer.alloc(4000)];
		await send(world, id, 0, first);
		expect(await send(world, id, 0, first)).toMatchObject({ received: 4000 });
		for (const [at, piece] of [[0, other], [0, first.subarray(1)], [3999, first], [4001, first]] as const)
			await expect(send(world, id, at, piece)).rejects.toMatchObject({
				code: 'upload-elsewhere',
				details: { received: 4000 }
			}); // prettier-ignore
		expect(await pieces()).toBe(1);
	})
);

test(
	'the same piece brought many times at the same moment is there once',
	withOwnWorld(async (world) => {
		const bytes = film(9000);
		const { id } = await begin(world, 9000);
		for (let at = 0; at < 9000; at += 3000) {
			const part = bytes.subarray(at, at + 3000);
			const all = await Promise.all(Array.from({ length: 6 }, () => send(world, id, at, part)));
			expect(new Set(all.map(({ received }) => received))).toEqual(new Set([at + 3000]));
		}
		expect(await pieces()).toBe(3);
		const rivals = await begin(world, 6000, { fingerprint: 'r' });
		const outcomes = await Promise.allSettled(
			[film(3000), film(3000)].map((piece) => send(world, rivals.id, 0, piece))
		);
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(await finish(world, id, hashOf(bytes))).toMatchObject({ file: { size: 9000 } });
	})
);

test(
	'a piece that was damaged on its way leaves nothing',
	withOwnWorld(async (world) => {
		const { id } = await begin(world, 10_000);
		const sum = createHash('sha256').update('something else').digest('hex');
		await expect(receivePiece(id, film(500), sum)).rejects.toMatchObject({ code: 'piece-damaged' });
		expect(await pieces()).toBe(0);
	})
);

test(
	'more than may be is refused: of a file, of an owner, at a time, and beyond what was announced',
	withOwnWorld(async (world) => {
		const refused = (size: number, code: string) =>
			expect(begin(world, size, { fingerprint: String(size) })).rejects.toMatchObject({ code });
		await refused(0, 'file-empty');
		await refused(1_000_001, 'file-too-large');
		vi.stubEnv('UPLOAD_MOST_MEGABYTES', '0.5');
		await refused(500_001, 'file-too-large');
		vi.unstubAllEnvs();
		const { id } = await begin(world, 1000);
		await expect(send(world, id, 0, film(1001))).rejects.toMatchObject({ code: 'file-too-large' });
		await begin(world, 900_000, { fingerprint: 'b' });
		await begin(world, 900_000, { fingerprint: 'c' });
		await refused(900_000, 'file-total');
		await begin(world, 1000, { fingerprint: 'd' });
		await refused(1000, 'upload-too-many');
	})
);

test(
	'what is recorded while it comes has no size until it ends, and may not grow without end',
	withOwnWorld(async (world) => {
		const bytes = film(200_000);
		const { id, size } = await begin(world, null);
		expect(size).toBeNull();
		expect(await finish(world, id)).toMatchObject({ refused: { code: 'file-empty' } });
		const next = await begin(world, null);
		await sendAll(world, next.id, bytes, 50_000);
		expect(await finish(world, next.id, hashOf(bytes))).toMatchObject({ file: { size: 200_000 } });
		const endless = await begin(world, null, { limits: { ...limits, bytes: 10_000 } });
		await expect(send(world, endless.id, 0, film(10_001))).rejects.toMatchObject({ code: 'file-too-large' });
	})
);

test(
	'what is not what it should be is refused at the end, and forgotten',
	withOwnWorld(async (world) => {
		const program = Buffer.concat([Buffer.from('MZ\u0000\u0003'), randomBytes(996)]);
		const { id } = await begin(world, 1000, { name: 'film.webm' });
		await send(world, id, 0, program);
		expect(await finish(world, id)).toMatchObject({ refused: { code: 'file-kind' } });
		const changed = await begin(world, 1000);
		await send(world, changed.id, 0, film(1000));
		expect(await finish(world, changed.id, hashOf(film(1000)))).toMatchObject({
			refused: { code: 'file-changed' }
		});
		expect(await act(world, (context) => uploadsOf(context, owner))).toEqual([]);
		expect(await act(world, (context) => filesOf(context, owner))).toEqual([]);
		await runErrands(world);
		expect(await pieces()).toBe(0);
	})
);

test(
	'a store that goes away keeps nothing it did not acknowledge, and loses nothing it did',
	withOwnWorld(async (world) => {
		vi.stubEnv('LOG_LEVEL', 'silent');
		const bucket = await openBucket();
		const bytes = film(6000);
		const { id } = await begin(world, 6000);
		await send(world, id, 0, bytes.subarray(0, 3000));
		bucket.trouble.push(500, 500, 500);
		await expect(send(world, id, 3000, bytes.subarray(3000))).rejects.toMatchObject({ code: 'files-away' });
		expect(await act(world, (context) => uploadOf(context, owner, id))).toMatchObject({ received: 3000 });
		await send(world, id, 3000, bytes.subarray(3000));
		bucket.trouble.push(500, 500, 500);
		await expect(finish(world, id)).rejects.toMatchObject({ code: 'files-away' });
		expect(await finish(world, id, hashOf(bytes))).toMatchObject({ file: { size: 6000 } });
	})
);

test(
	'whoever is erased has nothing on its way either',
	withOwnWorld(async (world) => {
		const { id } = await begin(world, 5000);
		await send(world, id, 0, film(2000));
		await act(world, (context) => purgeFilesOf(context, owner));
		await runErrands(world);
		expect(await pieces()).toBe(0);
		expect(await act(world, (context) => uploadsOf(context, owner))).toEqual([]);
	})
);
