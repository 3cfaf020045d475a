import { createReadStream, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from '#server/db';
import { embeddedPostgres } from '#server/db/embedded';
import { store } from '#server/files';
import { Bench, furnish, words } from '../../../tests/backups.ts';
import { secondPostgres } from '../../../tests/test-server.ts';
import { withOwnWorld } from '../../../tests/world.ts';
import { restoreBackup } from './index.ts';

const now = new Date('2026-03-01T09:00:00Z');
let bench: Bench;
beforeEach(() => void (bench = new Bench()));
afterEach(() => bench.clear());

test(
	'what was said, kept and still has to be done is the same elsewhere',
	withOwnWorld(async (world) => {
		await furnish(world);
		const made = await bench.backUp(database());
		const pool = await bench.elsewhere();
		await restoreBackup(pool, createReadStream(bench.file()));
		const said = await pool<{ details: { text: string } }[]>`select details from house.event`;
		expect(said.map(({ details }) => details.text).sort()).toEqual([...words].sort());
		expect(await pool`select data from pgboss.job where name = 'listeners'`).toEqual([
			{ data: { listener: 'waveBack', details: { id: 'waiting' } } }
		]);
		const [kept] = await pool<{ sha256: string }[]>`select sha256 from files.file`;
		expect(await buffer(Readable.fromWeb((await store().read(kept!.sha256)) as never))).toEqual(
			Buffer.from('Minutes of the meeting\n')
		);
		expect((await bench.backUp(pool, 'two.tar')).contentHash).toBe(made.contentHash);
	})
);

test.skipIf(!secondPostgres())(
	'a back-up goes to an older PostgreSQL and comes back the same',
	withOwnWorld(async (world) => {
		await furnish(world);
		const made = await bench.backUp(database());
		const older = await embeddedPostgres(bench.file('older'), { binaries: secondPostgres()! });
		bench.later(older.stop);
		const there = await bench.elsewhere(older.url);
		await restoreBackup(there, createReadStream(bench.file()));
		expect((await bench.backUp(there, 'two.tar')).contentHash).toBe(made.contentHash);
		const back = await bench.elsewhere();
		expect((await restoreBackup(back, createReadStream(bench.file('two.tar')))).contentHash).toBe(
			made.contentHash
		);
	})
);

test(
	'people go on working, and each act is in the back-up whole or not at all',
	withOwnWorld(async (world) => {
		await furnish(world);
		let working = true;
		let acts = 0;
		const work = async (who: number) => {
			for (; working; acts++)
				await world.do(async ({ db }) => {
					const [row] = await db<{ id: string }[]>`
						insert into house.event (at, name, details) values (${now}, 'hand.raised', ${db.json({ who })}) returning id`;
					await db`insert into house.event (at, name, details) values (${now}, 'hand.lowered', ${db.json({ id: row!.id })})`;
				});
		};
		const workers = [1, 2, 3].map(work);
		const before = acts;
		const manifests = [await bench.backUp(database()), await bench.backUp(database(), 'two.tar')];
		const during = acts - before;
		working = false;
		await Promise.all(workers);
		expect(during).toBeGreaterThan(0);
		expect(manifests[0]!.contentHash).not.toBe(manifests[1]!.contentHash);
		const pool = await bench.elsewhere();
		await restoreBackup(pool, createReadStream(bench.file('two.tar')));
		const [count] =
			await pool`select count(*) filter (where name = 'hand.raised') as up, count(*) filter (where name = 'hand.lowered') as down from house.event`;
		expect(count!['up']).toBe(count!['down']);
		expect((await bench.backUp(pool, 'three.tar')).contentHash).toBe(manifests[1]!.contentHash);
	})
);

test(
	'a place that somebody uses is left as it is',
	withOwnWorld(async (world) => {
		await furnish(world);
		await bench.backUp(database());
		await expect(restoreBackup(database(), createReadStream(bench.file()))).rejects.toThrow(
			'in use here already'
		);
		await world.do(async ({ db }) => expect(await db`select from house.event`).toHaveLength(words.length));
	})
);

test(
	'a file that was erased is not in the back-up, and one that the disk lost is named',
	withOwnWorld(async (world) => {
		await furnish(world);
		const [kept] = await database()<{ sha256: string }[]>`select sha256 from files.file`;
		await store().remove(kept!.sha256);
		expect(await bench.backUp(database())).toMatchObject({ files: [], lost: [kept!.sha256] });
		await database()`update files.file set sha256 = null, name = null, purged_at = ${now}`;
		expect(await bench.backUp(database(), 'two.tar')).toMatchObject({ files: [], lost: [] });
		expect(readdirSync(bench.folder).filter((name) => name.startsWith('.placard'))).toEqual([]);
	})
);
