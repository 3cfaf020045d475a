import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { FileKind } from '#shared/file-kinds';
import { zip, type Entry } from './zip.ts';

/** One small and sound file of each kind, to be broken. */
export async function makeSamples(): Promise<Record<FileKind, Buffer>> {
	const picture = sharp(randomBytes(200 * 150 * 3), { raw: { width: 200, height: 150, channels: 3 } });
	const held = picture.withExif({ IFD0: { Make: 'Telling' }, IFD3: { GPSLatitude: '52/1 24/1 0/1' } });
	return {
		pdf: Buffer.from(
			`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${'% words\n'.repeat(400)}trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`
		),
		docx: zip(docx()),
		xlsx: zip(docx('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')),
		odt: zip(odt()),
		ods: zip(odt('application/vnd.oasis.opendocument.spreadsheet')),
		csv: Buffer.from('name,count\nÉlan,3\n=HYPERLINK("http://x"),4\n'),
		txt: Buffer.from('Ein cynllun.\n'.repeat(50)),
		jpeg: await held.clone().jpeg().toBuffer(),
		png: await held.clone().png().toBuffer(),
		webp: await held.clone().webp().toBuffer(),
		mp3: mp3(),
		m4a: film('M4A '),
		ogg: Buffer.concat([
			Buffer.from('OggS\0\x02' + '\0'.repeat(20) + '\x01\x13OpusHead\x01\x02', 'latin1'),
			Buffer.alloc(400)
		]),
		wav: Buffer.concat([
			Buffer.from('RIFF\x24\x02\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1'),
			Buffer.alloc(500)
		]),
		mp4: film('isom'),
		mov: film('qt  '),
		'3gp': film('3gp5'),
		webm: Buffer.from(
			'\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm\x42\x87\x81\x04' +
				'\0'.repeat(300),
			'latin1'
		)
	};
}

export function docx(
	type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
): Entry[] {
	return [
		{
			name: '[Content_Types].xml',
			content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`
		},
		{ name: '_rels/.rels', content: '<Relationships/>' },
		{ name: 'word/document.xml', content: `<w:document>${'Ein cynllun. '.repeat(80)}</w:document>` }
	];
}

export function odt(type = 'application/vnd.oasis.opendocument.text'): Entry[] {
	return [
		{ name: 'mimetype', content: type, stored: true },
		{
			name: 'content.xml',
			content: `<office:document-content>${'Words. '.repeat(80)}</office:document-content>`
		}
	];
}

export function box(type: string, ...content: (Buffer | string)[]): Buffer {
	const body = Buffer.concat(content.map((piece) => Buffer.from(piece)));
	const header = Buffer.alloc(8);
	header.writeUInt32BE(body.length + 8, 0);
	header.write(type, 4, 'latin1');
	return Buffer.concat([header, body]);
}

/** With the place where it was taken, as telephones write it. */
function film(brand: string): Buffer {
	const place = box('udta', box('\xa9xyz', '\0\x12\x15\xc7+51.4816-003.1791/'));
	const moov = box(
		'moov',
		box('mvhd', Buffer.alloc(100)),
		box('trak', box('tkhd', Buffer.alloc(84)), place),
		place
	);
	return Buffer.concat([
		box('ftyp', `${brand}\0\0\0\0${brand}mp42`),
		moov,
		box('mdat', Buffer.alloc(2000, 7))
	]);
}

function mp3(): Buffer {
	const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
	return Buffer.concat(Array.from({ length: 6 }, () => frame));
}
