import type { Page } from 'playwright-core';
import { seed } from '../../db/seed/index.ts';
import { expect, journey, setOut, takePicture, ways } from './journey.ts';
import { signInAsStaff } from './staff.ts';

setOut({}, async () => {
	await seed();
});

const publicPages = [
	'/',
	'/programmes',
	'/toolkit',
	'/toolkit/path',
	'/toolkit/map-the-power',
	'/privacy',
	'/accessibility'
];

const looking = ['with script', 'without script', 'on an old phone, 320 px wide'] as const;
for (const way of looking)
	journey(`somebody looks who is behind this, ${way}`, ways[way], async ({ page, look }) => {
		for (const address of [...publicPages, ...publicPages.map((one) => `/cy${one === '/' ? '' : one}`)]) {
			const response = await page.goto(address);
			expect(response!.status(), address).toBe(200);
			await look(address);
			expect(await page.locator('h1').count(), address).toBe(1);
		}
	});

journey(
	'from the home page to the call, with a keyboard alone',
	ways['with a keyboard alone'],
	async ({ page, look }) => {
		await page.goto('/');
		await look('home');
		await tabTo(page, 'Read the call and apply');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/programmes/counted-in');
		await page.goto('/privacy');
		await look('privacy');
		await tabTo(page, 'Cookies');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/privacy#cookies');
	}
);

journey(
	'a visitor gets no cookie, and what search engines are told is true',
	{},
	async ({ page, context }) => {
		for (const address of publicPages) await page.goto(address);
		expect(await context.cookies()).toEqual([]);
		const map = await (await page.request.get('/sitemap.xml')).text();
		const addresses = [...map.matchAll(/<loc>([^<]+)/g)].map((found) => new URL(found[1]!).pathname);
		expect(addresses).toContain('/cy/programmes/counted-in');
		for (const address of addresses)
			expect((await page.request.get(address, { maxRedirects: 0 })).status(), address).toBe(200);
		expect(await (await page.request.get('/robots.txt')).text()).toContain('Disallow: /cy/desk\n');
	}
);

journey(
	'pictures for the documentation',
	{ viewport: { width: 1280, height: 800 } },
	async ({ page, context, placard }) => {
		if (!process.env['SCREENS']) return;
		await page.goto('/');
		await takePicture(page, 'home');
		await signInAsStaff(context, placard, { role: 'administrator' });
		await page.goto('/desk');
		await takePicture(page, 'desk');
		await page.goto('/desk/site/colour?accent=1d5fd1');
		await takePicture(page, 'colour');
	}
);

journey(
	'an administrator changes name, colour and logo, without script',
	ways['without script'],
	async ({ page, context, placard, look }) => {
		await signInAsStaff(context, placard, { role: 'administrator' });
		await page.goto('/desk/site/words');
		await page.getByLabel('Name of your organisation').fill('');
		await page.getByRole('button', { name: 'Save' }).click();
		expect(await page.title()).toMatch(/^Error: /);
		await look('words with a problem');
		await page.getByLabel('Name of your organisation').fill('Tallyhouse Wales');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.waitForURL('**/desk/site');
		await look('site');
		await page.goto('/desk/site/colour');
		await page.getByLabel('Your colour').fill('#fffdf0');
		await page.getByRole('button', { name: 'Use this colour' }).click();
		expect(await page.getByText('nobody could tell it from the paper').count()).toBeGreaterThan(0);
		await page.getByLabel('Your colour').fill('#1d5fd1');
		await page.getByRole('button', { name: 'Look at it first' }).click();
		expect(await page.getByText('How #1d5fd1 looks').count()).toBe(1);
		await page.getByRole('button', { name: 'Use this colour' }).click();
		await page.goto('/desk/site/logo');
		await page.getByLabel('Your logo').setInputFiles({
			name: 'a.svg',
			mimeType: 'image/svg+xml',
			buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
		});
		await page.getByLabel('No', { exact: true }).check();
		await page.getByRole('button', { name: 'Save' }).click();
		expect(await page.getByText('We cannot use this kind of file here').count()).toBeGreaterThan(0);
		await page.goto('/');
		expect(await page.locator('.host').innerText()).toContain('Tallyhouse Wales');
		expect(await page.locator('link[href^="/brand.css"]').getAttribute('href')).toBe('/brand.css?1d5fd1');
	}
);

for (const [way, options] of Object.entries({
	'on a wide screen': {},
	'on an old phone': ways['on an old phone, 320 px wide']
}))
	journey(
		`every page about the site and the day’s work can be read, ${way}`,
		options,
		async ({ page, context, placard, look }) => {
			await signInAsStaff(context, placard, { role: 'administrator' });
			for (const address of [
				'/desk',
				'/desk/site',
				'/desk/site/words',
				'/desk/site/colour?accent=0a8f86',
				'/desk/site/logo',
				'/cy/desk'
			]) {
				await page.goto(address);
				await look(address);
			}
		}
	);

async function tabTo(page: Page, text: string): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
	}
	throw new Error(`Tab never came to ${text}`);
}
