import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { families } from '../../src/routes/ui/families.ts';
import { expect, journey, setOut, ways } from './journey.ts';

setOut();

const pages = ['/ui', ...families.map(({ path }) => `/ui/${path}`)];

journey('every component can be read in the light and in the dark', {}, async ({ page, look }) => {
	for (const address of pages) {
		await page.goto(address);
		await look(address);
	}
});

journey('what looks at pages is awake: a planted fault is found', {}, async ({ page, look }) => {
	await page.goto('/ui');
	await page.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('beforeend', '<input>'));
	await expect(look('a box without a label')).rejects.toThrow('label');
});

journey(
	'and on an old phone, right to left, nothing is wider than the screen',
	ways['on an old phone, 320 px wide'],
	async ({ page, look }) => {
		for (const address of pages) {
			await page.goto(`${address}?dir=rtl`);
			const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(tooWide, address).toBeLessThanOrEqual(0);
		}
		await page.goto('/ui/tables?dir=rtl');
		await look('tables');
	}
);

journey(
	'and in the colours of the reader’s own choosing',
	{ forcedColors: 'active' },
	async ({ page, look }) => {
		for (const address of ['/ui/placards', '/ui/choices', '/ui/lists', '/ui/desk']) {
			await page.goto(address);
			await look(address);
		}
	}
);

journey('and in the colours of a host', {}, async ({ page, look }) => {
	for (const accent of ['1d3fbb', 'ff9ecf']) {
		await page.goto(`/ui/placards?accent=${accent}`);
		await look(accent);
	}
});

journey('whoever fills in forms by their labels finds every answer’s place', {}, async ({ page }) => {
	for (const address of pages) {
		await page.goto(address);
		expect(await page.evaluate(brokenNames), address).toEqual([]);
	}
	await page.goto('/ui/choices');
	await page.getByLabel('An idea').check();
	await page.getByRole('group', { name: 'What kind of campaign is it?' }).getByLabel('Protection').check();
	await page.getByText('I send this for our group').click();
	expect(await page.locator('#stage').isChecked()).toBe(true);
	expect(await page.locator('#agree').isChecked()).toBe(true);
});

journey(
	'problems come first: the summary has the focus and leads to the field',
	ways['without script'],
	async ({ page }) => {
		await page.goto('/ui/messages');
		expect(await page.title()).toMatch(/^Error: /);
		await expect
			.poll(() => page.locator('#problem').evaluate((e) => e === document.activeElement))
			.toBe(true);
		await page.getByRole('link', { name: 'Enter the name of your group' }).click();
		await expect.poll(() => page.locator('#group').evaluate((e) => e === document.activeElement)).toBe(true);
	}
);

journey(
	'the keyboard shows where it is, everywhere it goes',
	ways['with a keyboard alone'],
	async ({ page }) => {
		for (const address of pages) {
			await page.goto(address);
			expect(await unmarkedStops(page), address).toEqual([]);
		}
	}
);

journey('a thumb finds every control', ways['on an old phone, 320 px wide'], async ({ page }) => {
	for (const address of pages) {
		await page.goto(address);
		expect(await page.evaluate(smallTargets), address).toEqual([]);
	}
});

test('the look that everybody loads weighs less than 11 kB, and with the desk and the builder less than 14', () => {
	const folder = 'build/client/_app/immutable/assets';
	const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
	const weights = sheets.map((name) => gzipSync(readFileSync(`${folder}/${name}`)).length);
	expect(sheets.length).toBeGreaterThan(1);
	expect(Math.max(...weights)).toBeLessThan(11 * 1024);
	expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(14 * 1024);
});

/** Controls without a label or legend, names used twice, and references that lead nowhere. Runs in the page. */
function brokenNames(): string[] {
	const controls = [
		...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')
	];
	const nameless = controls
		.filter((control) => !control.labels?.length)
		.map((control) => `no label: ${control.name}`);
	const legendless = controls
		.filter((control) => control.type === 'radio')
		.filter((control) => !control.closest('fieldset')?.querySelector('legend')?.textContent?.trim())
		.map((control) => `no legend: ${control.name}`);
	const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
	const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`);
	const referring = [...document.querySelectorAll('[for], [aria-describedby], [aria-labelledby]')];
	const lost = referring
		.flatMap((element) =>
			['for', 'aria-describedby', 'aria-labelledby'].flatMap(
				(name) => element.getAttribute(name)?.split(' ') ?? []
			)
		)
		.filter((id) => !document.getElementById(id))
		.map((id) => `lost: ${id}`);
	const styled = [...document.querySelectorAll('main [style]')].map(() => 'a style attribute');
	return [...nameless, ...legendless, ...twice, ...lost, ...styled];
}

/** Every stop of the Tab key that has no outline. */
async function unmarkedStops(page: Page): Promise<string[]> {
	const unmarked: string[] = [];
	for (let stop = 0; stop < 80; stop += 1) {
		await page.keyboard.press('Tab');
		const seen = await page.evaluate(() => {
			const here = document.activeElement;
			if (!here || here === document.body) return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(here);
			const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
			return { isMarked, what: here.outerHTML.slice(0, 80) };
		});
		if (!seen) break;
		if (!seen.isMarked) unmarked.push(seen.what);
	}
	return unmarked;
}

/** Controls lower than 44 px that are not links in running text. Runs in the page. */
function smallTargets(): string[] {
	const targets = [
		...document.querySelectorAll<HTMLElement>(
			'.button, .button-link, .input, .option, .back, .links a, .pages a, summary, .tasks li'
		)
	];
	return targets
		.filter((target) => target.offsetParent !== null)
		.filter((target) => Math.round(target.getBoundingClientRect().height) < 44)
		.map(
			(target) => `${Math.round(target.getBoundingClientRect().height)}px: ${target.outerHTML.slice(0, 80)}`
		);
}
