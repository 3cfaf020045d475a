import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { filesOf, storeFile } from '#server/files';
import { house } from '#shared/actor';
import { withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { store } from './store.ts';

/** A disk of two megabytes. Only who administers the machine can make one; elsewhere this test is skipped. */
const disk = mountSmallDisk();
afterAll(() => {
	vi.unstubAllEnvs();
	if (!disk) return;
	execFileSync('umount', [disk]);
	rmdirSync(disk);
});

const owner = { kind: 'shelf', id: '1' };
const keep = (world: OwnWorld, from: Buffer, name: string) =>
	world.do((inside) =>
		storeFile(inside.as(house), { from, name, owner, allowed: ['txt', 'jpeg'], limits: { bytes: 5_000_000 } })
	);

test.skipIf(!disk)(
	'a full disk says so, and nothing is half there',
	withOwnWorld(async (world) => {
		vi.stubEnv('FILES_DIR', disk!);
		await keep(world, Buffer.alloc(1_500_000, 'x'), 'a.txt');
		const full = { code: 'no-room' };
		await expect(keep(world, Buffer.alloc(1_500_000, 'y'), 'b.txt')).rejects.toMatchObject(full);
		const picture = await growingPicture();
		expect(picture.length).toBeLessThan(400_000);
		await expect(keep(world, picture, 'c.jpg')).rejects.toMatchObject(full);
		expect(await Array.fromAsync(store().list())).toHaveLength(1);
		expect(await readdir(store().incoming)).toEqual([]);
		expect(await world.do((inside) => filesOf(inside.as(house), owner))).toHaveLength(1);
		await keep(world, Buffer.from('small'), 'd.txt');
	})
);

/** It fits as it comes, and not as it is made anew. */
function growingPicture(): Promise<Buffer> {
	const raw = { width: 1600, height: 1600, channels: 3 } as const;
	return sharp(randomBytes(1600 * 1600 * 3), { raw })
		.jpeg({ quality: 15 })
		.toBuffer();
}

function mountSmallDisk(): string | undefined {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
	const folder = mkdtempSync(path.join(tmpdir(), 'placard-small-disk-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
		return folder;
	} catch {
		rmdirSync(folder);
		return undefined;
	}
}
