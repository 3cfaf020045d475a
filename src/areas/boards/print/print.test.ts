import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOfPdf } from '../../../../tests/surfaces/pdf.ts';
import { exampleNotes } from '../example-notes.ts';
import { templateOf } from '../templates.ts';
import { boardPdf } from './print.ts';

test.each([
	['canvas', 'en', 'A3', 20],
	['power-map', 'ar', 'A4', 9],
	['placard', 'en', 'A4', 4],
	['data-cycle', 'en', 'A4', 60]
] as const)('a %s in %s is printed on %s with its picture and its list', async (key, locale, size, count) => {
	const template = templateOf(key)!;
	const notes = exampleNotes(template, count);
	const pdf = await boardPdf(template, notes, {
		title: 'Ours',
		locale,
		size,
		changedAt: new Date('2026-11-01')
	});
	if (process.env['PRINTED']) writeFileSync(`${process.env['PRINTED']}/${key}.pdf`, pdf);
	const file = Buffer.from(pdf).toString('latin1');
	expect(file).toContain('/Figure');
	expect(file).toContain('/Alt');
	const said = await textOfPdf(pdf);
	for (const { number } of notes) expect(said).toContain(String(number));
	if (locale === 'en') expect(said).toContain('2 · Nobody told us that the form goes to the council too.');
});
