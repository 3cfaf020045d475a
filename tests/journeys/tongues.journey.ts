import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { homeZone } from '#shared/dates';
import * as m from '#words';
import { directionOf } from '#words/addresses';
import { sentenceOfInstant } from '#words/dates';
import { inLanguage } from '#words/language';
import { aCall } from '../call-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { decodedWords } from '../letters.ts';
import { textOfPdf } from '../surfaces/pdf.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';
import { Stranger } from './stranger.ts';

/* The whole way of an applicant in a language other than English: what they read and what they are written is in it. */

const box = await openLetterBox();
afterAll(() => box.close());
setOut({ SMTP_URL: box.url }, async (placard) => {
	const content = {
		eligibility: { must: ['community-led campaign'] },
		contact: { name: 'the team', email: 'team@example.org' }
	};
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00', content }));
});

const spoken = {
	ar: 'نحن مجموعة من المستأجرين في Leeds، وعددنا 40 (تقريبًا).',
	cy: 'Grŵp o denantiaid ydym ni yn Leeds, tua 40 ohonom.'
} as const;
type Spoken = keyof typeof spoken;

for (const locale of ['ar', 'cy'] as const) {
	const way = locale === 'ar' ? 'on an old phone, 320 px wide' : 'without script';
	journey(`from the call to the receipt and out again in ${locale}, ${way}`, ways[way], async (walk) => {
		const stranger = new Stranger(walk.page, { locale, words: spoken[locale], see: seeing(walk, locale) });
		const held = await stranger.applies();
		await letterIsTheirs(locale, held.reference);
		await stranger.returnsAndWithdraws(held);
		await callIsTheirs(walk, locale);
	});
}

journey(
	'Arabic pages are English pages in a mirror',
	ways['on an old phone, 320 px wide'],
	async ({ page }) => {
		const reader = new Stranger(page, { words: spoken.ar, see: async () => {} });
		const home = await reader.begins();
		const reference = home.split('/').at(-1)!;
		await page.goto(`${home}/answer/contact`);
		await reader.fills();
		await reader.presses('next');
		for (const at of [
			'',
			'/answer/change',
			'/answer/kind',
			'/answer/contact',
			'/people',
			'/check',
			'/withdraw'
		]) {
			const [english, arabic] = [await starts(page, `${home}${at}`), await starts(page, `/ar${home}${at}`)];
			expect(english.length, at).toBeGreaterThan(2);
			expect(arabic, at).toEqual(english);
		}
		for (const [at, text] of [
			['', reference],
			['/check', 'asha@example.org'],
			['/check', '020 7946 0958']
		] as const) {
			await page.goto(`/ar${home}${at}`);
			expect(await page.evaluate(runsBackwards, text), text).toEqual([]);
		}
	}
);

/** How far from the edge where reading begins each part of a page begins. */
async function starts(page: Page, address: string): Promise<[string, number][]> {
	await page.goto(address);
	return page.evaluate(() => {
		const parts =
			'h1, .back .icon, .label, .help, .input, .option input, .count, .button, .tag, .summary dt, .summary dd, .notice > .icon, .wrong';
		const isMirrored = document.documentElement.dir === 'rtl';
		return [...document.querySelectorAll(`main :is(${parts}), .back .icon`)]
			.filter((part) => part.checkVisibility() && !part.matches('.date-parts *, .button + .button'))
			.map((part) => {
				const words = document.createRange();
				words.selectNodeContents(part);
				const { left, right } = (part.matches('dd') ? words : part).getBoundingClientRect();
				return [`${part.tagName} ${part.id}`, Math.round(isMirrored ? innerWidth - right : left)];
			});
	});
}

/** The pairs of signs of which the second stands to the left of the first, on one line. */
function runsBackwards(text: string): string[] {
	const nodes = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
	for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
		const from = node.textContent!.indexOf(text);
		if (from < 0) continue;
		const boxes = [...text].map((_, index) => {
			const range = document.createRange();
			range.setStart(node, from + index);
			range.setEnd(node, from + index + 1);
			return range.getBoundingClientRect();
		});
		return boxes.slice(1).flatMap((box, index) => {
			const before = boxes[index]!;
			const isBackwards = Math.abs(box.top - before.top) < 4 && box.left < before.left - 0.5;
			return isBackwards ? text.slice(index, index + 2) : [];
		});
	}
	return ['it is not there'];
}

const pictured = ['check', 'sent', 'return'];

function seeing({ page, look }: Walk, locale: Spoken) {
	return async (name: string) => {
		const root = page.locator('html');
		const said = [await root.getAttribute('lang'), await root.getAttribute('dir')];
		expect(said, page.url()).toEqual([locale, directionOf(locale)]);
		expect(await page.getByText(m.common_unreviewed({}, { locale })).count(), name).toBe(1);
		await look(`${name}, ${locale}`);
		if (locale === 'ar' && pictured.includes(name)) await pictureInTheDark(page, `ar-${name}`);
	};
}

async function pictureInTheDark(page: Page, name: string): Promise<void> {
	if (!process.env['SCREENS']) return;
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await takePicture(page, name);
	await page.emulateMedia({ colorScheme: null });
	await page.setViewportSize(size);
}

/** The receipt, with its subject, its links, and a word on the translation. */
async function letterIsTheirs(locale: Spoken, reference: string): Promise<void> {
	const about = () =>
		box.letters
			.map((letter) => ({ ...letter, subject: decodedWords(letter.headers.get('subject') ?? '') }))
			.find(({ subject }) => subject.includes(reference));
	await expect.poll(about, { timeout: 60_000 }).toBeDefined();
	const { subject, headers, text, html } = about()!;
	expect(subject).toBe(m.apply_mail_receipt_subject({ reference }, { locale }));
	expect(headers.get('content-language')).toBe(locale);
	expect(html).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`);
	expect(text).toContain(`/${locale}/return/`);
	expect(text).toContain(m.common_unreviewed({}, { locale }));
}

/** The deadline and the document, as the language writes them. */
async function callIsTheirs({ page }: Walk, locale: Spoken): Promise<void> {
	await page.goto(`/${locale}/programmes/spring`);
	const noon = inLanguage(locale, () => sentenceOfInstant(new Date('2099-03-11T12:00:00Z'), homeZone));
	expect(plain(await page.getByRole('main').innerText())).toContain(plain(noon));
	const pdf = await (await page.request.get(`/${locale}/programmes/spring/call.pdf`)).body();
	expect(pdf.toString('latin1')).toContain(`/Lang (${locale}`);
	expect(plain(await textOfPdf(pdf))).toContain('Spring');
}

/** Without the marks that only say in which direction a piece runs. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll(/\s+/g, ' ');
