import { randomBytes } from 'node:crypto';
import {
	createReadStream,
	createWriteStream,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { extract, pack, type Headers } from 'tar-stream';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { database, optionsFrom, type Pool } from '#server/db';
import { embeddedPostgres } from '#server/db/embedded';
import { store, storeFile } from '#server/files';
import { prepareQueues } from '#server/jobs';
import { dropDatabase } from '../../../tests/database.ts';
import { secondPostgres } from '../../../tests/test-server.ts';
import { withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { enqueue } from '../use-case/queue.ts';
import { makeBackup, restoreBackup, type Manifest } from './index.ts';

const now = new Date('2026-03-01T09:00:00Z');
let folder: string;
let filesDir: string | undefined;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'placard-backup-'));
	filesDir = process.env['FILES_DIR'];
	process.env['FILES_DIR'] = path.join(folder, 'files');
});
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
	if (filesDir) process.env['FILES_DIR'] = filesDir;
	else delete process.env['FILES_DIR'];
	rmSync(folder, { recursive: true, force: true });
});

const file = (name = 'one.tar') => path.join(folder, name);

function backUp(pool: Pool, name?: string): Promise<Manifest> {
	return makeBackup({ pool, to: createWriteStream(file(name)), spoolIn: folder, now });
}

/** Another empty place: a database without a table, and a folder without a file. */
async function elsewhere(admin = inject('postgres').admin): Promise<Pool> {
	const url = new URL(admin);
	url.pathname = `/test_${randomBytes(6).toString('hex')}`;
	const sql = postgres({ ...optionsFrom(admin), max: 1 });
	await sql.unsafe(`create database ${url.pathname.slice(1)}`);
	await sql.end();
	await prepareQueues(url.href);
	const pool = postgres({ ...optionsFrom(url.href), max: 2 });
	closing.push(async () => {
		await pool.end();
		if (admin === inject('postgres').admin) await dropDatabase(url.href);
	});
	process.env['FILES_DIR'] = path.join(folder, 'files-elsewhere');
	return pool;
}

/** Awkward on purpose: every kind of text that a careless copy loses. */
const words = [
	'',
	'Zoë, "quoted"',
	'two\nlines\r\n',
	'\\N',
	'\\.',
	'tab\there',
	'‮ابجد',
	'👩🏽‍🦽',
	"o'clock; drop table"
];

async function furnish(world: OwnWorld): Promise<void> {
	await world.do(async (inside) => {
		for (const text of words)
			await inside.db`
				insert into house.event (at, name, actor, details)
				values (${now}, 'word.said', ${null}, ${inside.db.json({ text, none: null, list: [1, 2.5, '3'] })})`;
		await storeFile(inside.as(), {
			from: Buffer.from('Minutes of the meeting\n'),
			name: 'minutes.txt',
			owner: { kind: 'expression', id: 'one' },
			allowed: ['txt'],
			limits: { bytes: 1000 }
		});
		await enqueue(inside.db, 'waveBack', { id: 'waiting' });
	});
}

test(
	'what was said, kept and still has to be done is the same elsewhere',
	withOwnWorld(async (world) => {
		await furnish(world);
		const made = await backUp(database());
		const pool = await elsewhere();
		await restoreBackup(pool, createReadStream(file()));
		const said = await pool<{ details: { text: string } }[]>`select details from house.event`;
		expect(said.map(({ details }) => details.text).sort()).toEqual([...words].sort());
		expect(await pool`select data from pgboss.job where name = 'listeners'`).toEqual([
			{ data: { listener: 'waveBack', details: { id: 'waiting' } } }
		]);
		const [kept] = await pool<{ sha256: string }[]>`select sha256 from files.file`;
		expect(await buffer(Readable.fromWeb((await store().read(kept!.sha256)) as never))).toEqual(
			Buffer.from('Minutes of the meeting\n')
		);
		expect((await backUp(pool, 'two.tar')).contentHash).toBe(made.contentHash);
	})
);

test.skipIf(!secondPostgres())(
	'a back-up goes to an older PostgreSQL and comes back the same',
	withOwnWorld(async (world) => {
		await furnish(world);
		const made = await backUp(database());
		const older = await embeddedPostgres(path.join(folder, 'older'), { binaries: secondPostgres()! });
		closing.push(older.stop);
		const there = await elsewhere(older.url);
		await restoreBackup(there, createReadStream(file()));
		expect((await backUp(there, 'two.tar')).contentHash).toBe(made.contentHash);
		rmSync(process.env['FILES_DIR']!, { recursive: true });
		const back = await elsewhere();
		expect((await restoreBackup(back, createReadStream(file('two.tar')))).contentHash).toBe(made.contentHash);
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
		const manifests = [await backUp(database()), await backUp(database(), 'two.tar')];
		const during = acts - before;
		working = false;
		await Promise.all(workers);
		expect(during).toBeGreaterThan(0);
		expect(manifests[0]!.contentHash).not.toBe(manifests[1]!.contentHash);
		const pool = await elsewhere();
		await restoreBackup(pool, createReadStream(file('two.tar')));
		const [count] =
			await pool`select count(*) filter (where name = 'hand.raised') as up, count(*) filter (where name = 'hand.lowered') as down from house.event`;
		expect(count!['up']).toBe(count!['down']);
		expect((await backUp(pool, 'three.tar')).contentHash).toBe(manifests[1]!.contentHash);
	})
);

test(
	'a place that somebody uses is left as it is',
	withOwnWorld(async (world) => {
		await furnish(world);
		await backUp(database());
		await expect(restoreBackup(database(), createReadStream(file()))).rejects.toThrow('in use here already');
		await world.do(async ({ db }) => expect(await db`select from house.event`).toHaveLength(words.length));
	})
);

test(
	'a file that was erased is not in the back-up, and one that the disk lost is named',
	withOwnWorld(async (world) => {
		await furnish(world);
		const [kept] = await database()<{ sha256: string }[]>`select sha256 from files.file`;
		await store().remove(kept!.sha256);
		expect(await backUp(database())).toMatchObject({ files: [], lost: [kept!.sha256] });
		await database()`update files.file set sha256 = null, name = null, purged_at = ${now}`;
		expect(await backUp(database(), 'two.tar')).toMatchObject({ files: [], lost: [] });
		expect(readdirSync(folder).filter((name) => name.startsWith('.placard'))).toEqual([]);
	})
);

/** What may have happened to a back-up on its way: [what, how, what is said]. */
type Entry = { header: Headers; body: Buffer };
const mishaps: [string, (entries: Entry[]) => Entry[] | Buffer, RegExp][] = [
	['cut short', (entries) => tarred(entries).subarray(0, -4000), /cannot be read|incomplete|damaged/],
	[
		'a letter changed in a table',
		changed('tables/house.event.csv', (text) => text.replace('Zoë', 'Zoe')),
		/tables\/house\.event\.csv is not what/
	],
	[
		'rows that cannot be read',
		changed('tables/house.event.csv', (text) => text.replaceAll('2026-03', '9x26-03')),
		/house\.event/
	],
	[
		'a letter changed in a file',
		changed(/^files\//, (text) => text.replace('M', 'm')),
		/files\/[0-9a-f]{64} is not what/
	],
	[
		'a table left out',
		(entries) => entries.filter(({ header }) => header.name !== 'tables/house.event.csv'),
		/incomplete: tables\/house\.event\.csv is missing/
	],
	['a table twice', (entries) => [...entries, entries[1]!], /does not name/],
	[
		'a hash changed in the list',
		changed('manifest.json', (text) => text.replace(/("sha256": ")[0-9a-f]{4}/, '$10000')),
		/does not agree with its own hash/
	],
	[
		'another form',
		changed('manifest.json', (text) => text.replace('placard-backup/1', 'placard-backup/2')),
		/placard-backup\/2/
	],
	[
		'a newer Placard',
		changed('manifest.json', (text) => text.replace('0001_house.sql', '0001_hovercraft.sql')),
		/newer Placard \(0001_hovercraft\.sql\)/
	],
	[
		'another history',
		changed('manifest.json', (text) => text.replace(/("checksum": ")[0-9a-f]{4}/, '$10000')),
		/another \d{4}_\w+\.sql/
	],
	[
		'a path that leads elsewhere',
		with_({ name: '../../escaped.txt' }),
		/does not name: "\.\.\/\.\.\/escaped\.txt"/
	],
	['a path from the root', with_({ name: '/tmp/escaped.txt' }), /does not name/],
	[
		'a link in place of a file',
		(entries) =>
			entries.map((entry) =>
				entry.header.name.startsWith('files/')
					? {
							header: { ...entry.header, type: 'symlink', linkname: '/etc/passwd', size: 0 },
							body: Buffer.alloc(0)
						}
					: entry
			),
		/does not name|is not what/
	],
	['something that is no tar', () => Buffer.from('Dear all, '.repeat(200)), /cannot be read|not a back-up/],
	['nothing at all', () => Buffer.alloc(0), /not a back-up/],
	['another tar', () => [{ header: { name: 'letters.txt' }, body: Buffer.from('Dear all') }], /not a back-up/]
];

test.each(mishaps)('%s: refused with a sentence, and nothing is kept', async (_, harm, sentence) => {
	await withOwnWorld(async (world) => {
		await furnish(world);
		await backUp(database());
		const harmed = harm(await entriesOf(file()));
		writeFileSync(file('harmed.tar'), Buffer.isBuffer(harmed) ? harmed : tarred(harmed));
		const pool = await elsewhere();
		await expect(restoreBackup(pool, createReadStream(file('harmed.tar')))).rejects.toThrow(sentence);
		const [row] = await pool`select to_regclass('house.event') as there`;
		expect(row!['there']).toBeNull();
		const left = existsSync(process.env['FILES_DIR']!)
			? readdirSync(process.env['FILES_DIR']!, { recursive: true, withFileTypes: true }).filter((one) =>
					one.isFile()
				)
			: [];
		expect(left).toEqual([]);
		expect(existsSync('/tmp/escaped.txt')).toBe(false);
	})();
});

function changed(which: string | RegExp, change: (text: string) => string) {
	const fits = (name: string) => (typeof which === 'string' ? name === which : which.test(name));
	return (entries: Entry[]) =>
		entries.map(({ header, body }) => {
			if (!fits(header.name)) return { header, body };
			const text = change(body.toString());
			expect(text).not.toBe(body.toString());
			return { header: { ...header, size: undefined }, body: Buffer.from(text) };
		});
}

function with_(header: Headers) {
	return (entries: Entry[]) => [entries[0]!, { header, body: Buffer.from('escaped') }, ...entries.slice(1)];
}

async function entriesOf(tar: string): Promise<Entry[]> {
	const entries: Entry[] = [];
	const reader = extract();
	const reading = pipeline(createReadStream(tar), reader);
	for await (const entry of reader) entries.push({ header: entry.header, body: await buffer(entry) });
	await reading;
	return entries;
}

function tarred(entries: Entry[]): Buffer {
	const tar = pack();
	for (const { header, body } of entries)
		tar.entry(header.type === 'symlink' ? header : { name: header.name }, body);
	tar.finalize();
	const chunks: Buffer[] = [];
	for (let chunk = tar.read() as Buffer | null; chunk; chunk = tar.read() as Buffer | null)
		chunks.push(chunk);
	return Buffer.concat(chunks);
}
