import type { BrowserContextOptions, Page } from 'playwright-core';
import { someone } from '../campaign-world.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { beginSession, giveSession } from './staff.ts';

/*
 * A group opens a campaign, asks somebody in, types up what hung on the wall after a meeting, moves and changes notes,
 * and shows a board to everybody: with script and without, on an old phone, and by keyboard alone.
 */
setOut();

const people: Record<string, { who: string; options: BrowserContextOptions }> = {
	'with script': { who: 'Asha', options: ways['with script'] },
	'without script': { who: 'Bran', options: ways['without script'] },
	'on an old phone': { who: 'Cerys', options: ways['on an old phone, 320 px wide'] },
	'by keyboard': { who: 'Dilys', options: ways['with a keyboard alone'] }
};

async function signsIn({ context, placard }: Walk, name: string): Promise<void> {
	const token = await placard.do(async (world) => beginSession(world, (await someone(world, name)).id, 1));
	await giveSession(context, placard, token);
}

for (const [way, { who, options }] of Object.entries(people))
	journey(`a group opens a campaign and works on its boards, ${way}`, options, async (walk) => {
		const { page, look } = walk;
		const keys = way === 'by keyboard';
		await page.goto('/workspace');
		await expectHeading(page, 'Sign in');
		await signsIn(walk, who);
		await page.goto('/workspace');
		await look('no campaign yet');
		await follow(page, 'Open a campaign', keys);
		await press(page, 'Open the campaign', keys);
		await look('a campaign without its words');
		for (const [label, words] of Object.entries({
			'Name of the campaign': `Dry homes of ${who}`,
			'The community': 'Renters on the Marsh estate.',
			'The change': 'Repairs within a month.',
			'The data': 'A register of repairs.'
		}))
			await fill(page, label, words, keys);
		await press(page, 'Open the campaign', keys);
		await expectHeading(page, `Dry homes of ${who}`);
		await look('the room of a campaign');
		await asksIn(page, look, keys);
		await follow(page, 'Boards', keys);
		await look('no board yet');
		await follow(page, 'Make a board', keys);
		await look('which board');
		await choose(page, 'template', 'canvas', keys);
		await press(page, 'Make the board', keys);
		await expectHeading(page, 'Canvas');
		await look('an empty board');
		await typesUp(page, look, keys);
		await worksOn(page, look, keys);
		await agrees(page, look, keys);
		await shares(walk, keys);
	});

async function asksIn(page: Page, look: Walk['look'], keys: boolean): Promise<void> {
	await follow(page, 'People', keys);
	await look('who takes part');
	await fill(page, 'Their email address', 'nia', keys);
	await press(page, 'Send the invitation', keys);
	await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
	expect(await page.getByLabel('Their email address').inputValue()).toBe('nia');
	await fill(page, 'Their email address', 'nia@example.org', keys);
	await press(page, 'Send the invitation', keys);
	await expect.poll(() => page.getByText('asked, has not answered').count()).toBe(1);
}

/** One after another, then a hundred at once: what hung on the wall. */
async function typesUp(page: Page, look: Walk['look'], keys: boolean): Promise<void> {
	await follow(page, 'Type up paper', keys);
	await look('typing up');
	for (const line of ['Renters know best', 'h. Repairs within a month', 'Nobody is evicted for asking']) {
		await page.locator('#typed').fill(line);
		await page.locator('#typed').press('Enter');
		const words = line.replace(/^h\. /, '');
		await expect.poll(() => page.getByText(words).count()).toBeGreaterThan(0);
	}
	expect(await page.locator('[aria-current="true"]').innerText()).toContain('Change');
	await open(page, 'Many at once', keys);
	const lines = Array.from({ length: 97 }, (_, index) => `Post-it ${index + 4}`);
	await page.locator('#many').fill(lines.join('\n'));
	await press(page, 'Put them on the board', keys);
	await expect.poll(() => page.getByText('Notes: 100').count()).toBe(1);
}

async function worksOn(page: Page, look: Walk['look'], keys: boolean): Promise<void> {
	await follow(page, 'Board', keys);
	await expectHeading(page, 'Canvas');
	await look('a board of a hundred notes');
	const before = await page.locator('section:has(#lane-change) li').count();
	expect(before).toBe(99);
	await go(page, keys, page.locator('a[href$="/notes/2"]'));
	await expectHeading(page, 'Note 2');
	await look('a note');
	await fill(page, 'Words', 'Repairs within a fortnight', keys);
	await press(page, 'Save', keys);
	await expect.poll(() => page.getByText('Repairs within a fortnight').count()).toBe(1);
	await go(page, keys, page.locator('a[href$="/notes/2"]'));
	await press(page, 'Collective power and care', keys);
	await expectHeading(page, 'Note 2');
	await expect.poll(() => page.getByText('moved ·').count()).toBe(1);
	await go(page, keys, page.getByRole('link', { name: 'Canvas', exact: true }));
	await follow(page, 'What has changed', keys);
	await fill(page, 'Its name, such as “Meeting of 3 March”', 'Tuesday', keys);
	await press(page, 'Keep this moment', keys);
	await expect.poll(() => page.getByText('Nothing has changed since then.').count()).toBe(1);
	await follow(page, 'Board', keys);
	await press(page, 'Undo my last change', keys);
	await follow(page, 'What has changed', keys);
	await expect.poll(() => page.getByText('Repairs within a fortnight').count()).toBeGreaterThan(0);
	await look('what has changed');
}

/** What another board worked out goes to the canvas, the group agrees on a box, and the path says where it is. */
async function agrees(page: Page, look: Walk['look'], keys: boolean): Promise<void> {
	await follow(page, 'Boards', keys);
	await follow(page, 'Make a board', keys);
	await choose(page, 'template', 'tactics', keys);
	await press(page, 'Make the board', keys);
	await fill(page, 'New note', 'Write to the paper', keys);
	await press(page, 'Put it on the board', keys);
	await follow(page, 'To the canvas', keys);
	await press(page, 'Copy to the canvas', keys);
	await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
	await look('nothing chosen for the canvas');
	await choose(page, 'notes', '1', keys);
	await press(page, 'Copy to the canvas', keys);
	await expectHeading(page, 'Canvas');
	await expect.poll(() => page.getByRole('link', { name: 'Tactics, note 1' }).count()).toBe(1);
	await go(page, keys, page.locator('form:has(input[value="actions"]) button'));
	await expect.poll(() => page.getByText(/^Agreed on /).count()).toBe(1);
	await look('a box that is agreed');
	await go(page, keys, page.locator('a[href$="/notes/2"]'));
	await fill(page, 'Or a page', 'https://example.org/repairs', keys);
	await press(page, 'Add it', keys);
	await expect.poll(() => page.getByText('“What is found there” needs an answer').count()).toBe(2);
	await fill(page, 'What is found there', 'The report on repairs', keys);
	await press(page, 'Add it', keys);
	await expect.poll(() => page.getByRole('link', { name: 'The report on repairs' }).count()).toBe(1);
	await follow(page, 'Where are we?', keys);
	await expect.poll(() => page.getByText('1 of 13 boxes agreed').count()).toBe(1);
	await look('where we are');
	await follow(page, 'Campaign', keys);
	await expect.poll(() => page.getByText('1 of 13 boxes of the canvas agreed').count()).toBe(1);
	await look('a campaign that has agreed on something');
	await follow(page, 'Boards', keys);
	await follow(page, 'Canvas', keys);
}

/** To everybody, as they would see it; a stranger reads it, and is told no names. */
async function shares({ page, context, look }: Walk, keys: boolean): Promise<void> {
	await follow(page, 'Name and sharing', keys);
	await look('name and sharing');
	await choose(page, 'share', 'public', keys);
	await press(page, 'Save', keys);
	await follow(page, 'Settings', keys);
	await look('settings of a campaign');
	await choose(page, 'share', 'public', keys);
	await press(page, 'Save who can see it', keys);
	const address = `${new URL(page.url()).pathname.replace('/workspace', '/campaigns').replace('/settings', '')}`;
	await page.goto(`${address}/boards/1?as=anybody`);
	await expectHeading(page, 'Canvas');
	await look('a board as anybody sees it');
	await context.clearCookies();
	await page.goto(`${address}/boards/1`);
	await expectHeading(page, 'Canvas');
	expect(await page.getByText('written by').count()).toBe(0);
	expect(await page.getByRole('img').count()).toBe(1);
	const csv = await (await context.request.get(`${address}/boards/1/board.csv`)).text();
	expect(csv.trim().split('\n')).toHaveLength(102);
	expect((await page.goto(address.replace('/campaigns', '/workspace')))!.url()).toContain('/sign-in');
}

async function follow(page: Page, name: string, keys: boolean): Promise<void> {
	const link = page.getByRole('link', { name, exact: true }).first();
	await go(page, keys, link);
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

async function fill(page: Page, label: string, words: string, keys: boolean): Promise<void> {
	const field = page.getByLabel(label, { exact: false }).first();
	if (!keys) return field.fill(words);
	await field.focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.type(words);
}

async function choose(page: Page, name: string, value: string, keys: boolean): Promise<void> {
	const option = page.locator(`input[name="${name}"][value="${value}"]`);
	if (!keys) return option.check();
	await option.focus();
	await page.keyboard.press('Space');
}
