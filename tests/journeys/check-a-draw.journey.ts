import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { source as axe } from 'axe-core';
import type * as Axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitmentTo, listBytes, pick, proofsOf } from '#packages/selection';
import { launchChromium } from '../browser/chromium.ts';

/* The page by which anybody checks a draw: opened from a file, without a network, written apart from what it checks. */

const address = pathToFileURL('packages/selection/draw/check-a-draw.html').href;
const folder = mkdtempSync(path.join(tmpdir(), 'draw-'));
let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()), 60_000);
afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true });
});

async function onPage(options: BrowserContextOptions, walk: (page: Page) => Promise<void>): Promise<void> {
	const context = await browser.newContext({ locale: 'en-GB', ...options });
	await context.setOffline(true);
	const page = await context.newPage();
	const said: string[] = [];
	page.on('pageerror', (error) => said.push(String(error)));
	page.on('console', (message) => said.push(message.text()));
	page.on('request', (request) => void (request.url().startsWith('file:') || said.push(request.url())));
	await page.goto(address);
	await walk(page);
	expect(said).toEqual([]);
	await context.close();
}

async function answered(page: Page, draw: object, other: string): Promise<string> {
	await page.locator('#draw').fill(JSON.stringify(draw));
	await page.locator('#other').fill(other);
	await page.locator('button').click();
	await expect.poll(() => page.locator('output').innerText()).not.toBe('');
	return page.locator('output').innerText();
}

type Vector = { lottery_bytes_utf8: string; commit: string; beacon: string; M: number; index: number };
const vectors = JSON.parse(readFileSync('packages/selection/examples/draw-vectors.json', 'utf8')) as Vector[];

test('page and program mean the same outcome by the same number, for every published vector', () =>
	onPage({}, async (page) => {
		for (const { lottery_bytes_utf8: list, commit, beacon, M: outcomes, index } of vectors) {
			const draw = { commitment: commit, beacon, outcomes, index };
			expect(await answered(page, draw, list)).toMatch(
				new RegExp(`means outcome .${index}. of .${outcomes}.,`)
			);
			expect(await answered(page, draw, list)).toContain('✓ The list is the one that was committed to.');
			expect(await answered(page, { ...draw, index: index + 1 }, list)).toContain(
				'✗ The published outcome is not what the number means.'
			);
			expect(await answered(page, draw, `${list} `)).toContain('✗ The list is not the one');
		}
	}));

const panels = [
	['chidi', 'ana'],
	['ana', 'ben'],
	['dilys', 'ben'],
	['chidi', 'dilys', 'ŵyn']
];

async function drawn() {
	const bytes = listBytes(panels);
	const outcomes = (JSON.parse(new TextDecoder().decode(bytes)) as { panels: string[][] }).panels;
	const { root, proofFor } = await proofsOf(outcomes, new Uint8Array(32).fill(3));
	const commitment = await commitmentTo(bytes);
	const beacon = '3 17 22 41';
	const { index } = await pick(commitment, beacon, outcomes.length);
	const times = { committed: '2026-11-01T10:00:00Z', drawn: '2026-11-02T10:00:00Z' };
	const draw = { commitment, beacon, outcomes: outcomes.length, index, proofs: root, ...times };
	return { draw, list: Buffer.from(bytes), members: outcomes[index]!, proofFor };
}

test('everybody sees whether they are among those drawn, and nobody else; a changed proof or draw is found out', () =>
	onPage({}, async (page) => {
		const { draw, members, proofFor } = await drawn();
		for (const id of ['ana', 'ben', 'chidi', 'dilys', 'ŵyn']) {
			const said = await answered(page, draw, JSON.stringify(proofFor(id)));
			expect(said).toContain('The draw holds.');
			expect(said).toContain(
				members.includes(id) ? 'You are among those drawn.' : 'You are not among those drawn.'
			);
			for (const other of ['ana', 'ben', 'chidi', 'dilys', 'ŵyn']) expect(said).not.toContain(other);
		}
		const proof = proofFor('ana')!;
		const [both, whole] = [{ draw, proof }, /The draw holds[^]*You are (not )?among those drawn/];
		expect(await answered(page, both, ''), 'one file with both, as an applicant gets it').toMatch(whole);
		const changed = { draw, proof: { ...proof, in: [0, 1, 2, 3] } };
		expect(await answered(page, changed, '')).toContain('Your proof does not lead to the root');
		expect(await answered(page, draw, ''), 'a draw alone').toContain('This is not a draw with a proof');
		const broken = [
			[draw, { ...proof, in: [0, 1, 2, 3] }, 'Your proof does not lead to the root'],
			[{ ...draw, proofs: undefined }, proof, 'without the root'],
			[{ ...draw, drawn: '2026-10-01T10:00:00Z' }, proof, 'did not come before the number'],
			[draw, {}, 'This is not a draw with a proof or a list']
		] as const;
		for (const [one, other, sentence] of broken)
			expect(await answered(page, one, JSON.stringify(other))).toContain(sentence);
	}));

test.each([
	['dark', { colorScheme: 'dark' }],
	['light, 320 px', { viewport: { width: 320, height: 560 } }]
] as const)('it can be read and used in five languages: %s', (_, options) =>
	onPage(options, async (page) => {
		const { draw, list } = await drawn();
		writeFileSync(path.join(folder, 'draw.json'), JSON.stringify(draw));
		writeFileSync(path.join(folder, 'list.json'), list);
		await page.locator('#draw-file').setInputFiles(path.join(folder, 'draw.json'));
		await page.locator('#other-file').setInputFiles(path.join(folder, 'list.json'));
		await page.locator('button').click();
		for (const language of ['cy', 'es', 'fr', 'ar', 'en']) {
			await page.locator('#language').selectOption(language);
			await expect.poll(() => page.locator('output').innerText()).toContain('✓');
			expect(await page.locator('output').innerText()).not.toMatch(/\{|undefined|✗/);
			await mustBeReadable(page, language);
		}
	})
);

async function mustBeReadable(page: Page, language: string): Promise<void> {
	await page.evaluate(axe);
	const found = await page.evaluate(async () => {
		const { axe: added } = globalThis as unknown as { axe: typeof Axe };
		const { violations } = await added.run();
		return {
			violations: violations.map(({ id }) => id),
			wide: document.documentElement.scrollWidth > innerWidth,
			direction: document.documentElement.dir
		};
	});
	expect(found, language).toEqual({
		violations: [],
		wide: false,
		direction: language === 'ar' ? 'rtl' : 'ltr'
	});
}
