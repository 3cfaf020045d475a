import { readdir, readFile as readBytes } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileResponse, filesOf, mayRead, purgeFile, readFile, storeFile, type Offer } from '#server/files';
import { visitor, type Actor } from '#shared/actor';
import { documents, pictures, sheets } from '#shared/file-kinds';
import { filesFolder } from '../../../tests/files.ts';
import { makeSamples } from '../../../tests/prove/malformed-files/samples.ts';
import { zip } from '../../../tests/prove/malformed-files/zip.ts';
import { withWorld, type World } from '../../../tests/world.ts';

const owner = { kind: 'drawer', id: '1' };
const keeper: Actor = { kind: 'applicant', expression: '1' };
mayRead('drawer', ({ actor }, { id }) => actor.kind === 'applicant' && actor.expression === id);

const offer = (from: Offer['from'], name: string, more: Partial<Offer> = {}): Offer => ({
	from,
	name,
	owner,
	allowed: [...documents, ...sheets, ...pictures],
	limits: { bytes: 1_000_000 },
	...more
});
const text = (words: string) => Buffer.from(words);
const photo = (width = 40, height = 20, background = '#c00') =>
	sharp({ create: { width, height, channels: 3, background } });

async function received(world: World, id: string, headers: Record<string, string> = {}) {
	const file = await readFile.within(world.as(keeper), { id });
	return fileResponse(file, new Request('http://localhost/', { headers }));
}

test(
	'what is not ours to read and what is not there are answered alike',
	withWorld(async (world) => {
		const { id } = await storeFile(world.as(keeper), offer(text('ours'), 'ours.txt'));
		const elsewhere = await storeFile(
			world.as(keeper),
			offer(text('ours'), 'ours.txt', { owner: { kind: 'cupboard', id: '1' } })
		);
		const others: [Actor, string][] = [
			[visitor, id],
			[{ kind: 'applicant', expression: '2' }, id],
			[keeper, elsewhere.id],
			[keeper, '00000000-0000-4000-8000-000000000000']
		];
		for (const [actor, file] of others)
			await expect(readFile.within(world.as(actor), { id: file })).rejects.toMatchObject({
				code: 'not-found'
			});
	})
);

test(
	'a file comes back as it was, to be saved and never shown',
	withWorld(async (world) => {
		const { id, href } = await storeFile(world.as(keeper), offer(text('Ein cynllun'), 'Ein cynllun "1".txt'));
		expect(href).toBe(`/files/${id}/Ein%20cynllun%201.txt`);
		const response = await received(world, id);
		expect(await response.text()).toBe('Ein cynllun');
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'text/plain',
			'content-length': '11',
			'content-disposition': `attachment; filename="Ein cynllun 1.txt"; filename*=UTF-8''Ein%20cynllun%201.txt`,
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		});
	})
);

test(
	'a picture can be made to fit; one that fits already is not blown up',
	withWorld(async (world) => {
		const fitted = async (width: number, height: number) => {
			const from = await photo(width, height).png().toBuffer();
			const { picture } = await storeFile(
				world.as(keeper),
				offer(from, 'a.png', { fit: { width: 100, height: 50 } })
			);
			return picture;
		};
		expect(await fitted(400, 100)).toEqual({ width: 100, height: 25 });
		expect(await fitted(40, 20)).toEqual({ width: 40, height: 20 });
	})
);

test(
	'a part of a file can be asked for',
	withWorld(async (world) => {
		const { id } = await storeFile(world.as(keeper), offer(text('0123456789'), 'ten.txt'));
		const parts: [string, number, string, string | null][] = [
			['bytes=2-4', 206, '234', 'bytes 2-4/10'],
			['bytes=7-', 206, '789', 'bytes 7-9/10'],
			['bytes=-3', 206, '789', 'bytes 7-9/10'],
			['bytes=8-99', 206, '89', 'bytes 8-9/10'],
			['bytes=10-', 416, '', 'bytes */10'],
			['bytes=5-2', 200, '0123456789', null],
			['bytes=1-2,4-5', 200, '0123456789', null],
			['lines=1-2', 200, '0123456789', null]
		];
		for (const [range, status, body, said] of parts) {
			const response = await received(world, id, { range });
			expect([range, response.status, await response.text(), response.headers.get('content-range')]).toEqual([
				range, status, body, said
			]); // prettier-ignore
		}
		const other = await received(world, id, { range: 'bytes=2-4', 'if-range': '"another"' });
		expect(other.status).toBe(200);
		await other.body?.cancel();
	})
);

test(
	'a picture is made anew, upright and without what the camera wrote into it',
	withWorld(async (world) => {
		const taken = await photo()
			.withExif({ IFD0: { Make: 'Camera of Mair' }, IFD3: { GPSLatitude: '52/1 24/1 0/1' } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const { id, name } = await storeFile(
			world.as(keeper),
			offer(Buffer.concat([taken, text('<script>')]), 'me.PNG')
		);
		const made = Buffer.from(await (await received(world, id)).arrayBuffer());
		const about = await sharp(made).metadata();
		expect(name).toBe('me.jpg');
		expect(about).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
		expect([about.exif, about.icc, about.orientation]).toEqual([undefined, undefined, undefined]);
		expect(made.includes('Mair') || made.includes('<script>')).toBe(false);
	})
);

test(
	'what is refused leaves nothing behind',
	withWorld(async (world) => {
		const refused: [Offer['from'], string, string][] = [
			[text(''), 'empty.txt', 'file-empty'],
			[text('x'.repeat(1_000_001)), 'long.txt', 'file-too-large'],
			[text('<svg onload="alert(1)">'), 'drawing.svg', 'file-kind'],
			[text('<script>alert(1)</script>'), 'photo.png', 'file-kind'],
			[text('MZ\u0000\u0003\u0000'), 'game.txt', 'file-kind'],
			[(await photo(400, 400).png().toBuffer()).subarray(0, 300), 'half.png', 'file-damaged'],
			[text('%PDF-1.7\nnot much'), 'cut.pdf', 'file-damaged']
		];
		for (const [from, name, code] of refused)
			await expect(storeFile(world.as(keeper), offer(from, name)), name).rejects.toMatchObject({ code });
		expect(await filesOf(world.as(keeper), owner)).toEqual([]);
		expect(
			(await readdir(filesFolder, { recursive: true })).filter((one) => one.includes('incoming/'))
		).toEqual([]);
	})
);

test(
	'one owner keeps so many files and so many bytes, and a purged one makes room',
	withWorld(async (world) => {
		const limits = { bytes: 100, files: 2, total: 120 };
		const keep = (words: string) => storeFile(world.as(keeper), offer(text(words), 'a.txt', { limits }));
		const { id } = await keep('a'.repeat(80));
		await expect(keep('b'.repeat(80))).rejects.toMatchObject({ code: 'file-total' });
		await keep('c'.repeat(20));
		await expect(keep('d')).rejects.toMatchObject({ code: 'file-too-many', details: { limit: 2 } });
		await purgeFile(world.as(keeper), { kind: 'drawer', id: '2' }, id);
		expect(await filesOf(world.as(keeper), owner)).toHaveLength(2);
		await purgeFile(world.as(keeper), owner, id);
		await keep('d');
		const rows = await world.db`select size::int, name, sha256 from files.file where purged_at is not null`;
		expect(rows).toMatchObject([{ size: 80, name: null, sha256: null }]);
	})
);

test(
	'the same bytes twice lie there once',
	withWorld(async (world) => {
		await storeFile(world.as(keeper), offer(text('only once'), 'a.txt'));
		await storeFile(world.as(keeper), offer(text('only once'), 'b.txt'));
		const places = (await readdir(filesFolder, { recursive: true })).filter((one) =>
			/[0-9a-f]{64}$/.test(one)
		);
		const contents = await Promise.all(places.map((place) => readBytes(`${filesFolder}/${place}`, 'utf8')));
		expect(contents.filter((words) => words === 'only once')).toHaveLength(1);
	})
);

test(
	'a large picture is made smaller, and one that moves still moves',
	withWorld(async (world) => {
		const shown = async (picture: Buffer, name: string) => {
			const limits = { bytes: 10_000_000 };
			const { id } = await storeFile(world.as(keeper), offer(picture, name, { limits }));
			const bytes = await (await received(world, id)).arrayBuffer();
			return sharp(Buffer.from(bytes), { animated: true }).metadata();
		};
		const large = await photo(6000, 3000).png().toBuffer();
		expect(await shown(large, 'a.png')).toMatchObject({ width: 5000, height: 2500 });
		const frames = await Promise.all(
			['#c00', '#0c0', '#00c'].map((colour) => photo(40, 20, colour).png().toBuffer())
		);
		const moving = await sharp(frames, { join: { animated: true } })
			.webp({ delay: [90, 90, 90] })
			.toBuffer();
		expect(await shown(moving, 'a.webp')).toMatchObject({ width: 40, pageHeight: 20, pages: 3 });
	})
);

test(
	'a recording no longer says where it was made, and is otherwise as it was',
	withWorld(async (world) => {
		const { mp4 } = await makeSamples();
		const { id } = await storeFile(world.as(keeper), offer(mp4, 'a.mp4', { allowed: ['mp4'] }));
		const bytes = Buffer.from(await (await received(world, id)).arrayBuffer());
		expect(mp4.includes('51.4816')).toBe(true);
		expect(bytes.includes('51.4816')).toBe(false);
		expect(bytes).toHaveLength(mp4.length);
		expect(bytes.subarray(bytes.indexOf('mdat'))).toEqual(mp4.subarray(mp4.indexOf('mdat')));
	})
);

test(
	'kinds that people meet often are refused with what to do about it',
	withWorld(async (world) => {
		const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)]);
		const old = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex');
		const tries: [Buffer, string, string][] = [
			[heic, 'IMG_1.HEIC', 'file-heic'],
			[heic, 'IMG_1.jpg', 'file-heic'],
			[old, 'plan.doc', 'file-old-office'],
			[old, 'locked.docx', 'file-old-office']
		];
		for (const [from, name, code] of tries)
			await expect(storeFile(world.as(keeper), offer(from, name)), name).rejects.toMatchObject({ code });
	})
);

test(
	'a kind with macros counts where there is a part of it, and not where a program only names every ending',
	withWorld(async (world) => {
		const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
		const binary =
			'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>';
		const enabled =
			'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>';
		const book = (types: string, ...more: string[]) =>
			zip([
				{ name: '[Content_Types].xml', content: `<Types>${types}<Override ContentType="${main}"/></Types>` },
				...['xl/workbook.xml', ...more].map((name) => ({ name, content: 'x'.repeat(400) }))
			]);
		const stored = (from: Buffer) => storeFile(world.as(keeper), offer(from, 'form.xlsx'));
		await expect(stored(book(binary))).resolves.toMatchObject({ id: expect.any(String) as string });
		for (const harmful of [book(binary, 'xl/sheet1.BIN'), book(enabled)])
			await expect(stored(harmful)).rejects.toMatchObject({ code: 'file-macro' });
	})
);
