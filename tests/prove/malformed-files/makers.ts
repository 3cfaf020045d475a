import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { fileKinds, type FileKind } from '#shared/file-kinds';
import type { Chance } from '../chance.ts';
import { pngOf } from './png.ts';
import { box, docx, odt } from './samples.ts';
import { zip, type Entry } from './zip.ts';

/** A file to be handed in, and what must become of it; `any`: either, as long as it is said in a sentence. */
export type Trial = { name: string; content: Buffer; then: 'refused' | 'kept' | 'any'; lacks?: string };
export type Samples = Record<FileKind, Buffer>;
type Maker = (chance: Chance, samples: Samples) => Trial | Promise<Trial>;

const kinds = Object.keys(fileKinds) as FileKind[];
const pictures = ['jpeg', 'png', 'webp'] as const;
const offices = ['docx', 'xlsx', 'odt', 'ods'] as const;
const boxed = ['mp4', 'm4a', 'mov', '3gp'] as const;
const nameOf = (kind: FileKind) => `a.${fileKinds[kind].extensions[0]}`;
const words = (text: string) => Buffer.from(text);

export const makers: Record<string, Maker> = {
	'cut short': (chance, samples) => {
		const kind = chance.one([...pictures, ...offices, ...boxed, 'pdf'] as const);
		const whole = samples[kind];
		const cut = Math.floor(whole.length * (0.02 + 0.9 * chance.next()));
		return { name: nameOf(kind), content: whole.subarray(0, cut), then: 'refused' };
	},
	'with bytes changed': (chance, samples) => {
		const kind = chance.one(kinds);
		const content = Buffer.from(samples[kind]);
		for (let flips = 1 + chance.below(60); flips > 0; flips--)
			content[chance.below(content.length)] = chance.below(256);
		return { name: nameOf(kind), content, then: 'any' };
	},
	'with a piece moved': (chance, samples) => {
		const kind = chance.one(kinds);
		const whole = samples[kind];
		const [from, to] = [chance.below(whole.length), chance.below(whole.length)].sort((a, b) => a - b) as [
			number,
			number
		];
		const content = Buffer.concat([whole.subarray(0, from), whole.subarray(to), whole.subarray(from, to)]);
		return { name: nameOf(kind), content, then: 'any' };
	},
	'noise under a good name': (chance) => {
		const content = Buffer.from(Array.from({ length: 50 + chance.below(4000) }, () => chance.below(256)));
		return { name: nameOf(chance.one(kinds)), content, then: 'refused' };
	},
	'almost nothing': (chance) => {
		const content = words(
			chance.one([
				'',
				'\0',
				'\xff',
				'PK',
				'PK\x03\x04',
				'%PDF-',
				'\x89PNG\r\n\x1a\n',
				'RIFF',
				'\0\0\0\x08ftyp'
			])
		);
		return {
			name: nameOf(chance.one(['pdf', 'png', 'docx', 'mp4', 'wav'] as const)),
			content,
			then: 'refused'
		};
	},
	'a page that calls itself a picture': (chance) => {
		const page = chance.one([
			'<!doctype html><script>alert(1)</script>',
			'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
			'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
			'GIF89a/*<script>*/=1;alert(1)',
			'#!/bin/sh\nrm -rf /\n',
			'MZ\x90\0\x03\0\0\0This program cannot be run in DOS mode',
			'\x7fELF\x02\x01\x01'
		]);
		const ending = chance.one([
			'png',
			'jpg',
			'webp',
			'pdf',
			'docx',
			'svg',
			'html',
			'exe',
			'js',
			'png.html',
			'mp4'
		]);
		return { name: `a.${ending}`, content: words(page), then: 'refused' };
	},
	'a sound file under a wrong name': (chance, samples) => {
		const kind = chance.one(kinds.filter((one) => one !== 'txt' && one !== 'csv'));
		const ending = chance.one(['exe', 'html', 'svg', 'pdf', 'png', 'php', 'txt', '']);
		return { name: ending ? `a.${ending}` : 'a', content: samples[kind], then: 'kept' };
	},
	'a sound file under a hostile name': (chance, samples) => {
		const name = chance.one([
			'../../../etc/passwd', '..\\..\\boot.ini', '/etc/shadow', 'a\0.png', 'CON', 'nul.png', '\u202egnp.exe', '.', '..', '', ' ',
			'.htaccess', 'x'.repeat(5000), 'é'.repeat(400), 'a\r\nSet-Cookie: a=b', 'a"; filename="b.exe', "'; drop table files; --",
			'😀'.repeat(80), '<script>.png', '%2e%2e%2f', 'a/b/c.png', '\ud800.png', 'a\u0301'.repeat(100)
		]); // prettier-ignore
		return { name, content: samples[chance.one(pictures)], then: 'kept' };
	},
	'two kinds in one': (chance, samples) => {
		const evil = '<script>POLYGLOT</script>';
		const picture = samples[chance.one(pictures)];
		return chance.one<Trial>([
			{ name: 'a.jpg', content: Buffer.concat([picture, words(evil)]), then: 'kept', lacks: 'POLYGLOT' },
			{
				name: 'a.png',
				content: Buffer.concat([picture, zip(docx())]),
				then: 'kept',
				lacks: 'word/document.xml'
			},
			{ name: 'a.docx', content: zip(docx(), { before: 'MZ\x90\0' }), then: 'refused' },
			{ name: 'a.docx', content: zip(docx(), { after: evil }), then: 'refused' },
			{ name: 'a.odt', content: zip(odt(), { before: evil }), then: 'refused' }
		]);
	},
	'a picture that tells too much': (chance, samples) => ({
		name: 'a.jpg',
		content: samples[chance.one(pictures)],
		then: 'kept',
		lacks: 'Telling'
	}),
	'a recording that tells where': (chance, samples) => ({
		name: 'a.mp4',
		content: samples[chance.one(boxed)],
		then: 'kept',
		lacks: '51.4816'
	}),
	'boxes that do not fit': (chance, samples) => {
		const content = Buffer.from(samples[chance.one(boxed)]);
		content.writeUInt32BE(chance.one([2, 7, 0x7fffffff, 0xffffffff]), chance.one([0, 24]));
		return { name: 'a.mp4', content, then: 'refused' };
	},
	'boxes without end': (chance) => {
		let inner = box('trak');
		for (let depth = 0; depth < 2000; depth++) inner = box(chance.one(['trak', 'moov']), inner);
		return {
			name: 'a.mp4',
			content: Buffer.concat([box('ftyp', 'isom\0\0\0\0isom'), inner, box('mdat')]),
			then: 'any'
		};
	},
	'a bomb': (chance) => ({ name: 'a.docx', content: bomb(chance), then: 'refused' }),
	'programs inside': (chance) => {
		const extra = chance.one<Entry>([
			{ name: 'word/vbaProject.bin', content: 'macro' },
			{ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' },
			{ name: 'word/embeddings/setup.exe', content: 'MZ' },
			{ name: 'Basic/Standard/Module1.xml', content: 'sub main' },
			{ name: 'word/activeX/activeX1.bin', content: 'x' },
			{ name: '../../outside.xml', content: 'x' },
			{ name: 'C:\\outside.xml', content: 'x' },
			{ name: 'inside.zip', content: zip(docx()) }
		]);
		return { name: 'a.docx', content: zip([...chance.one([docx(), odt()]), extra]), then: 'refused' };
	},
	'not what the list inside says': (chance) => {
		const says = chance.one([
			{ flags: 1 },
			{ at: 7 },
			{ packed: 3 },
			{ unpacked: 3 },
			{ packed: 0xfffffff0 },
			{ at: 0xfffffff0 }
		]);
		const [first, ...rest] = docx();
		const count = chance.one([undefined, 1, 70]);
		const entries = [first!, ...rest.map((entry) => ({ ...entry, says }))];
		return { name: 'a.docx', content: zip(entries, count ? { count } : {}), then: 'refused' };
	},
	'an office file of another kind': (chance) => {
		const type = chance.one([
			'application/vnd.ms-word.document.macroEnabled.main+xml',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
			'nothing'
		]);
		return { name: chance.one(['a.docx', 'a.xlsx']), content: zip(docx(type)), then: 'refused' };
	},
	'an archive, an old office file, another picture': (chance) => {
		const content = chance.one([
			zip([{ name: 'a.txt', content: 'x' }]),
			words('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)),
			Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'),
			Buffer.concat([box('ftyp', 'heic\0\0\0\0mif1heic'), box('meta', Buffer.alloc(200))]),
			words('7z\xbc\xaf\x27\x1c' + '\0'.repeat(100)),
			words('Rar!\x1a\x07\x01\0')
		]);
		return { name: chance.one(['a.docx', 'a.jpg', 'a.doc', 'a.zip']), content, then: 'refused' };
	},
	'a picture without measure': async (chance, samples) => {
		const jpeg = Buffer.from(samples.jpeg);
		const size = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5;
		jpeg.writeUInt16BE(65_500, size);
		jpeg.writeUInt16BE(65_500, size + 2);
		const choices: (() => Buffer | Promise<Buffer>)[] = [
			() => pngOf(0x7fffffff, 0x7fffffff),
			() => pngOf(65_535, 65_535),
			() => pngOf(60_000, 1),
			() => jpeg,
			() =>
				sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
					.png()
					.toBuffer()
		];
		return { name: 'a.png', content: await chance.one(choices)(), then: 'refused' };
	},
	'words that unpack in a picture': () => ({
		name: 'a.png',
		content: pngOf(2, 2, Buffer.concat([words('Comment\0\0'), deflateSync(Buffer.alloc(120 << 20))])),
		then: 'any'
	}),
	'writing that is none': (chance) => {
		const content = chance.one([
			words('name,count\n\0,3\n'),
			Buffer.from([0xff, 0xfe, 0x00]),
			Buffer.from('\x1b]0;title\x07words', 'latin1'),
			Buffer.from([0xc3, 0x28, 0x81, 0x8d])
		]);
		return { name: chance.one(['a.txt', 'a.csv']), content, then: 'refused' };
	},
	'writing of many kinds': (chance) => {
		const content = chance.one([
			Buffer.from('\ufeffname,count\r\nÉlan,3\r\n'),
			Buffer.from('\ufeffname\tcount\n', 'utf16le'),
			Buffer.from('caf\xe9 \x93quoted\x94', 'latin1'),
			words('<script>alert(1)</script>'),
			words('=cmd|"/c calc"!A1,1')
		]);
		return { name: chance.one(['a.txt', 'a.csv', 'a.tsv']), content, then: 'kept' };
	}
};

/** Small to send and huge to open, or huge only by its list. */
function bomb(chance: Chance): Buffer {
	const zeros = (bytes: number) => Buffer.alloc(bytes);
	const big = (name: string, bytes: number, says = {}): Entry => ({ name, content: zeros(bytes), says });
	const many = () =>
		Array.from({ length: 6000 }, (_, n): Entry => ({ name: `word/${n}.xml`, content: 'x', stored: true }));
	const shared = () =>
		Array.from({ length: 300 }, (_, n): Entry => ({ ...big(`w/${n}`, 1000), says: { at: 0 } }));
	return chance.one([
		() => zip([...docx(), big('word/media/a.bmp', 220 << 20)]),
		() => zip([...docx(), big('word/media/a.bmp', 30 << 20)]),
		() => zip([...docx(), big('word/a.xml', 60 << 20, { unpacked: 1000 })]),
		() => zip([{ name: '[Content_Types].xml', content: zeros(20 << 20) }, ...docx().slice(1)]),
		() => zip([...docx(), ...many()]),
		() => zip([...docx(), ...shared()]),
		() => zip([...docx(), big('word/a.xml', 10, { unpacked: 0xfffffff0 })]),
		() => zip([...docx(), { name: 'word/inner.zip', content: zip([big('a', 20 << 20)]) }])
	])();
}
