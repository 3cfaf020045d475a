import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isBare } from './bare.ts';

const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#d9b44a' } });

test('a picture as we make it is bare, and one with a word of a camera or anything behind it is not', async () => {
	const made = await picture().jpeg({ quality: 85 }).toBuffer();
	expect(isBare(made)).toBe(true);
	expect(isBare(await picture().jpeg({ progressive: true }).toBuffer())).toBe(true);
	const told = await picture()
		.jpeg()
		.withExif({ IFD0: { Artist: 'Asha' } })
		.toBuffer();
	const withProfile = await picture().jpeg().withIccProfile('p3').toBuffer();
	const comment = Buffer.from([0xff, 0xfe, 0, 6, 65, 115, 104, 97]);
	for (const other of [
		told,
		withProfile,
		await picture().png().toBuffer(),
		Buffer.concat([made, Buffer.from('PK\x03\x04')]),
		Buffer.concat([made.subarray(0, 2), comment, made.subarray(2)]),
		made.subarray(0, -2),
		made.subarray(0, 40),
		Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0]),
		Buffer.alloc(0)
	])
		expect(isBare(other)).toBe(false);
});
