import { expect, test } from 'vitest';
import { TaggedPdf } from '#server/pdf';
import { textOfPdf } from '../../../tests/surfaces/pdf.ts';

const someDay = new Date('2026-11-01T12:00:00Z');
const begun = (lang: string) =>
	new TaggedPdf({ title: 'A title', lang, changedAt: someDay, footer: (page) => `${page}` });
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');

test('what is written in Arabic is found again: letters, ligatures, marks and the English in between', async () => {
	const pdf = begun('ar');
	pdf.board('حملات مجتمعية', 'مفتوح');
	pdf.heading(2, 'الغرض');
	pdf.text('لا نجمع البيانات إلا بموافقة الأسرة، ويعمل الفريق مع Connected by Data مدة ستة أشهر.');
	pdf.list(['أن تكون المجموعة من المجتمع نفسه']);
	pdf.pairs([{ name: 'يُغلق', text: '12 ظهرًا' }]);
	const said = await textOfPdf(await pdf.finish());
	for (const words of [
		'حملات مجتمعية',
		'مفتوح',
		'الغرض',
		'لا نجمع البيانات إلا بموافقة الأسرة، ويعمل الفريق مع'
	])
		expect(said).toContain(words);
	for (const words of [
		'Connected by Data',
		'مدة ستة أشهر',
		'أن تكون المجموعة من المجتمع نفسه',
		'يُغلق',
		'ظهرًا'
	])
		expect(said).toContain(words);
});

test('an answer in Arabic stands in an English file as it was written', async () => {
	const pdf = begun('en-GB');
	pdf.text('In Leeds we say نحن هنا.\nنحن مجموعة من المستأجرين في Leeds.', { lang: 'und' });
	const said = await textOfPdf(await pdf.finish());
	expect(said).toMatch(/In Leeds we say\s*نحن هنا\s*\./);
	expect(said).toMatch(/نحن مجموعة من المستأجرين في\s*Leeds\s*\./);
});

test('the file says the language of a part, and its words in the order of reading', async () => {
	const pdf = begun('ar');
	pdf.text('Only in English.', { lang: 'en-GB' });
	pdf.text('طلب \u2068K7M-4QX\u2069');
	const file = raw(await pdf.finish());
	expect(file).toContain('/Lang (ar)');
	expect(file).toContain('/Lang (en-GB)');
	const plain = file.replaceAll(/\\([()\\])/g, '$1');
	expect(plain.includes(`/ActualText (${utf16('طلب K7M-4QX')})`)).toBe(true);
});

test('a long list in Arabic goes on over the pages, and each has its number', async () => {
	const pdf = begun('ar');
	pdf.list(Array.from({ length: 90 }, (_, index) => `بند رقم ${index + 1}`));
	const said = await textOfPdf(await pdf.finish());
	expect(said.match(/بند رقم/g)).toHaveLength(90);
});

test('the same words make the same bytes', async () => {
	const make = async () => {
		const pdf = begun('ar');
		pdf.text('نحن هنا');
		return raw(await pdf.finish());
	};
	expect(await make()).toBe(await make());
});
