import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { someone } from '../campaign-world.ts';
import { aBoard } from '../campaign-boards.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { beginSession, giveSession } from './staff.ts';

/*
 * After a meeting somebody photographs the wall, types it up with the photo beside them, and has it destroyed; another
 * photo the group keeps. With script and without, on an old phone, and by keyboard alone.
 */
setOut();

const people: Record<string, BrowserContextOptions> = {
	'with script': ways['with script'],
	'without script': ways['without script'],
	'on an old phone': ways['on an old phone, 320 px wide'],
	'by keyboard': ways['with a keyboard alone']
};

/** What hung on the wall. */
function wall(): Promise<Buffer> {
	const notes = ['Renters know best', 'Repairs in a month', 'Nobody is evicted', 'Carers meet on Fridays'];
	const papers = notes.map((words, at) => {
		const [x, y] = [80 + (at % 2) * 720, 80 + Math.floor(at / 2) * 540];
		const color = ['#ffe27a', '#a8e0ff', '#ffb3c7', '#c4f0a8'][at];
		return `<g transform="translate(${x} ${y}) rotate(${at * 3 - 4})"><rect width="620" height="440" fill="${color}"/>
			<text x="40" y="220" font-size="56" font-family="cursive">${words}</text></g>`;
	});
	const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#dcd6c8"/>${papers.join('')}</svg>`;
	return sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer();
}

for (const [way, options] of Object.entries(people))
	journey(`a wall of paper is typed up from a photo, ${way}`, options, async (walk) => {
		const keys = way === 'by keyboard';
		const { page, look } = walk;
		const base = await comesToABoard(walk);
		await page.goto(`${base}/type-up`);
		await puts(page, look, keys);
		await go(page, keys, page.getByRole('link', { name: 'Show it larger' }));
		await look('typing up from a larger photo');
		await types(page, keys);
		expect(await page.getByRole('link', { name: 'Show it smaller' }).count()).toBe(1);
		await look('typing up from a photo');
		const photo = (await page.getByRole('link', { name: 'Open it alone' }).getAttribute('href'))!;
		await destroysAll(page, keys);
		await look('typed up, and the photo destroyed');
		expect((await page.goto(photo))!.status()).toBe(404);
		await keeps(walk, base, keys);
	});

/** A board of an extremely sensitive campaign, where the page says more. */
async function comesToABoard({ context, placard }: Walk): Promise<string> {
	const [token, there] = await placard.do(async (world) => {
		const there = await aBoard(world, { care: 'extreme' });
		return [await beginSession(world, (await someone(world, 'Asha')).id, 1), there] as const;
	});
	await giveSession(context, placard, token);
	return `/workspace/${there.slug}/boards/${there.board}`;
}

async function puts(page: Page, look: Walk['look'], keys: boolean): Promise<void> {
	await open(page, 'Type from a photo of the paper', keys);
	await look('where photos are put');
	expect(await page.getByText('Handwriting and faces tell who somebody is').count()).toBe(1);
	await press(page, 'Put them here', keys);
	await expect.poll(() => page.getByText('Take a photo or choose one first').count()).toBe(2);
	await look('no photo chosen');
	const field = page.locator('#photos');
	await field.setInputFiles({
		name: 'minutes.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.4\n')
	});
	await press(page, 'Put them here', keys);
	await expect.poll(() => page.getByText('We cannot use this kind of file here.').count()).toBe(2);
	await field.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await wall() });
	await press(page, 'Put them here', keys);
	await expect.poll(() => page.getByText('The photos are here.').count()).toBe(1);
	await expect.poll(() => isShown(page)).toBe(true);
	expect(await page.getByText(/Destroyed by itself on /).count()).toBe(1);
}

const isShown = (page: Page) =>
	page
		.getByRole('img', { name: /^Photo 1 / })
		.evaluate((image: HTMLImageElement) => image.naturalWidth === 1600);

async function types(page: Page, keys: boolean): Promise<void> {
	for (const words of ['Renters know best', 'Nobody is evicted']) {
		await page.locator('#typed').fill(words);
		await (keys ? page.locator('#typed').press('Enter') : page.getByRole('button', { name: 'Next' }).click());
		await expect.poll(() => page.getByText(words).count()).toBe(1);
		expect(await page.getByRole('img', { name: /^Photo 1 / }).count()).toBe(1);
	}
}

async function destroysAll(page: Page, keys: boolean): Promise<void> {
	await press(page, 'Everything is typed up: destroy them', keys);
	await expect.poll(() => page.getByText('Destroyed. Nobody can see it any more.').count()).toBe(1);
	expect(await page.getByText('Renters know best').count()).toBe(1);
}

async function keeps(walk: Walk, base: string, keys: boolean): Promise<void> {
	const { page, look } = walk;
	await page.goto(`${base}/type-up`);
	await open(page, 'Type from a photo of the paper', keys);
	const buffer = await wall();
	const two = ['1', '2'].map((name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer }));
	await page.locator('#photos').setInputFiles(two);
	await press(page, 'Put them here', keys);
	await go(page, keys, page.getByRole('link', { name: 'Photo 2', exact: true }));
	await press(page, 'Keep it with the board', keys);
	await expect.poll(() => page.getByText('The photo is kept with the board.').count()).toBe(1);
	await press(page, 'Everything is typed up: destroy them', keys);
	await expect.poll(() => page.getByText('All photos here are kept with the board.').count()).toBe(1);
	await leaves(walk, base);
	await go(page, keys, page.getByRole('link', { name: 'Open it alone' }));
	await expectHeading(page, 'Photo 2');
	await look('a photo alone');
	await page.goto(base);
	await look('a board with a photo that is kept');
	await go(page, keys, page.getByRole('link', { name: 'Photo 2', exact: true }));
	await open(page, 'Destroy this photo', keys);
	await press(page, 'Destroy it', keys);
	await expectHeading(page, 'Our board');
	await expect.poll(() => page.getByText('Destroyed. Nobody can see it any more.').count()).toBe(1);
	expect(await page.getByRole('link', { name: 'Photo 2' }).count()).toBe(0);
}

/** What is kept leaves with the campaign; of one that is extremely sensitive, only where somebody asks for people. */
async function leaves({ context }: Walk, base: string): Promise<void> {
	const everything = base.replace(/boards.*/, 'everything.zip');
	const namesIn = async (address: string) =>
		(await (await context.request.get(address)).body()).toString('latin1');
	expect(await namesIn(everything)).not.toContain('/photos/');
	const asked = await namesIn(`${everything}?people=yes`);
	expect(asked).toContain('boards/1/photos/2.jpg');
	expect(asked).not.toContain('boards/1/photos/1.jpg');
}

async function press(page: Page, name: string, keys: boolean): Promise<void> {
	await go(page, keys, page.getByRole('button', { name, exact: true }).first());
}

async function go(page: Page, keys: boolean, at: ReturnType<Page['locator']>): Promise<void> {
	if (!keys) return at.click();
	await at.focus();
	const loaded = page.waitForEvent('load');
	await page.keyboard.press('Enter');
	await loaded;
}

async function open(page: Page, name: string, keys: boolean): Promise<void> {
	const summary = page.locator('summary', { hasText: name });
	if (!keys) return summary.click();
	await summary.focus();
	await page.keyboard.press('Enter');
}
