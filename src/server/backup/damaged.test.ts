import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, type Pool } from '#server/db';
import { Bench, furnish } from '../../../tests/backups.ts';
import { withOwnWorld } from '../../../tests/world.ts';
import { restoreBackup } from './index.ts';

/** What may have happened to a back-up on its way: [what, how, what is said]. */
type Entry = { header: Heading; body: Buffer };
type Heading = { name: string; type?: string };
const mishaps: [string, (entries: Entry[], whole: Buffer) => Entry[] | Buffer, RegExp][] = [
	['its end cut off', (_, whole) => whole.subarray(0, -4000), /its end is missing|incomplete|damaged/],
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
		'a form of its own',
		changed('manifest.json', (text) => text.replace('placard-backup/1', 'placard-backup/2')),
		/placard-backup\/2/
	],
	[
		'a newer history',
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
		withEntry('../../escaped.txt'),
		/does not name: "\.\.\/\.\.\/escaped\.txt"/
	],
	['a path from the root', withEntry('/tmp/escaped.txt'), /does not name/],
	[
		'a link in place of a file',
		(entries) =>
			entries.map((entry) =>
				entry.header.name.startsWith('files/')
					? { ...entry, header: { ...entry.header, type: 'symlink' } }
					: entry
			),
		/does not name|is not what/
	],
	['no tar in it', () => Buffer.from('Dear all, '.repeat(200)), /not a back-up/],
	['nothing in it', () => Buffer.alloc(0), /not a back-up/],
	[
		'something else in it',
		() => [{ header: { name: 'letters.txt' }, body: Buffer.from('Dear all') }],
		/not a back-up/
	]
];

let bench: Bench;
let whole: Buffer;
let entries: Entry[];
let empty: Pool;

beforeAll(
	withOwnWorld(async (world) => {
		bench = new Bench();
		await furnish(world);
		await bench.backUp(database());
		whole = readFileSync(bench.file());
		entries = await entriesOf(bench.file());
		empty = await bench.elsewhere();
	})
);
afterAll(() => bench.clear());

test.each(mishaps)(
	'a back-up with %s is refused with a sentence, and nothing is kept',
	async (_, harm, sentence) => {
		const harmed = harm(entries, whole);
		const from = Readable.from([Buffer.isBuffer(harmed) ? harmed : await tarred(harmed)]);
		await expect(restoreBackup(empty, from)).rejects.toThrow(sentence);
		const [row] = await empty`select to_regclass('house.event') as there`;
		expect(row!['there']).toBeNull();
		expect(filesIn(process.env['FILES_DIR']!)).toEqual([]);
		expect(existsSync('/tmp/escaped.txt')).toBe(false);
	}
);

function filesIn(place: string): unknown[] {
	if (!existsSync(place)) return [];
	return readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
}

function changed(which: string | RegExp, change: (text: string) => string) {
	const fits = (name: string) => (typeof which === 'string' ? name === which : which.test(name));
	return (entries: Entry[]) =>
		entries.map(({ header, body }) => {
			if (!fits(header.name)) return { header, body };
			const text = change(body.toString());
			expect(text).not.toBe(body.toString());
			return { header, body: Buffer.from(text) };
		});
}

function withEntry(name: string) {
	return (entries: Entry[]) => [
		entries[0]!,
		{ header: { name }, body: Buffer.from('escaped') },
		...entries.slice(1)
	];
}

async function entriesOf(tar: string): Promise<Entry[]> {
	const entries: Entry[] = [];
	const reader = extract();
	const reading = pipeline(createReadStream(tar), reader);
	for await (const entry of reader) entries.push({ header: entry.header, body: await buffer(entry) });
	await reading;
	return entries;
}

function tarred(entries: Entry[]): Promise<Buffer> {
	const tar = pack();
	for (const { header, body } of entries)
		if (header.type === 'symlink') tar.entry({ name: header.name, type: 'symlink', linkname: '/etc/passwd' });
		else tar.entry({ name: header.name }, body);
	tar.finalize();
	return buffer(tar);
}
