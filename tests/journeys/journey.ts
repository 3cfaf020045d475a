import { source as axe } from 'axe-core';
import type * as Axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { inTime, inTimeOrAgain, Trail } from './bounds.ts';
import { cover, keepCoverage } from './coverage.ts';
import { RunningPlacard } from './server.ts';

export { expect } from 'vitest';

/** How somebody comes to us. */
export const ways = {
	'with script': {},
	'without script': { javaScriptEnabled: false },
	'on an old phone, 320 px wide': { viewport: { width: 320, height: 560 }, hasTouch: true },
	'in the dark': { colorScheme: 'dark' },
	'with a keyboard alone': {}
} satisfies Record<string, BrowserContextOptions>;

export type Walk = {
	page: Page;
	context: BrowserContext;
	placard: RunningPlacard;
	look: (name: string) => Promise<void>;
};

let browser: Browser;
let placard: RunningPlacard;

/** Call once at the top of a journey file: one browser and one Placard serve all its journeys. */
export function setOut(
	env: Record<string, string> = {},
	furnish: (placard: RunningPlacard) => Promise<void> = async () => {}
) {
	beforeAll(async () => {
		[browser, placard] = await Promise.all([launchChromium(), RunningPlacard.start(env)]);
		await furnish(placard);
	}, 300_000);
	afterAll(async () => {
		keepCoverage();
		await closed('browser', browser?.close());
		await placard?.stop();
	}, 60_000);
}

/** One person's story in a browser of their own. Whatever the browser says is wrong fails the journey. */
export function journey(name: string, options: BrowserContextOptions, walk: (walk: Walk) => Promise<void>) {
	test(name, { timeout: 300_000 }, async () => {
		const begun = browser.newContext({ baseURL: placard.address, locale: 'en-GB', ...options });
		const context = await inTime('a new browser', begun, 60);
		context.setDefaultTimeout(15_000);
		try {
			const page = await inTime('a new page', context.newPage(), 60);
			const [complaints, trail] = [listenFor(page), new Trail(context)];
			const look = (at: string) => {
				trail.looksAt(at);
				return lookAt(page, at, options);
			};
			await trail.walk(walk({ page, context, placard, look }), 280);
			expect(complaints).toEqual([]);
		} finally {
			await closed('browser of a journey', context.close());
		}
	});
}

/** A browser that does not close is said, and hides nothing else that went wrong. */
async function closed(what: string, closing: Promise<void> | undefined): Promise<void> {
	await inTime(`closing the ${what}`, closing ?? Promise.resolve(), 20).catch(console.warn);
}

/** Script errors, refused resources, and requests to anybody but us. */
function listenFor(page: Page): string[] {
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
	page.on('console', (message) => {
		if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
	});
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== placard.address) complaints.push(`asked ${origin}`);
	});
	return complaints;
}

/** axe finds nothing, in the light and in the dark; nothing is wider than the screen. */
export async function lookAt(page: Page, name: string, options: BrowserContextOptions): Promise<void> {
	// axe is a script: where scripts are off, the same pages are looked at by the journeys that have them on.
	if (options.javaScriptEnabled !== false) await mustBeReadable(page, name);
	cover(page.url(), options, options === ways['with a keyboard alone']);
}

async function mustBeReadable(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		const here = `${name} (${page.url()}), ${colorScheme}`;
		await inTime(`the light of ${here}`, page.emulateMedia({ colorScheme }));
		expect(await inTimeOrAgain(`axe at ${here}`, () => wrongs(page)), here).toEqual([]);
	}
	await inTime(`the light of ${name}`, page.emulateMedia({ colorScheme: null }));
	const measure = page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	const tooWide = await inTime(`the width of ${name}`, measure);
	expect(tooWide, `${name} is wider than the screen by`).toBeLessThanOrEqual(0);
}

/** What axe finds wrong. It comes once into a page, which may be looked at again in another light. */
async function wrongs(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
	const violations = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof Axe };
		const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
		const found = await axe.run({ runOnly, resultTypes: ['violations'] });
		return found.violations;
	});
	return violations.map(
		({ id, help, nodes }) => `${id}: ${help} – ${nodes.map((node) => node.target.join(' ')).join(', ')}`
	);
}

/** Waits until the page with this heading is there. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
	const shown = () => page.getByRole('heading', { level: 1 }).innerText();
	await (name instanceof RegExp ? expect.poll(shown).toMatch(name) : expect.poll(shown).toBe(name));
}

/** Picture for docs/screens when SCREENS is set (`npm run screens`). */
export async function takePicture(page: Page, name: string): Promise<void> {
	if (!process.env['SCREENS']) return;
	const picture = await page.screenshot({ fullPage: true });
	const small = { palette: true, colours: 128, compressionLevel: 9 };
	await sharp(picture).png(small).toFile(`docs/screens/${name}.png`);
}
