import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { makeBoard } from '#areas/boards/server';
import { aBoard } from '../campaign-boards.ts';
import { expect, expectHeading, journey, lookAt, setOut, takePicture, ways, type Walk } from './journey.ts';
import { beginSession, giveSession } from './staff.ts';

/*
 * A workshop: somebody leads it from a screen on the wall, eight people come in by the code on phones of their own, in
 * browsers of their own, at once: with script and without, 320 px wide, in Arabic, in the dark, by keyboard. Notes,
 * groups and dots; a phone whose line drops; the end.
 */
setOut();

type Phone = { page: Page; context: BrowserContext; options: BrowserContextOptions; name: string };

const phones: [name: string, options: BrowserContextOptions, language?: string][] = [
	['Rosa', ways['with script']],
	['Eira', ways['on an old phone, 320 px wide']],
	['Bo', ways['without script']],
	['نور', { viewport: { width: 360, height: 640 }, locale: 'ar' }, 'ar'],
	['', ways['in the dark']],
	['Nia', ways['with a keyboard alone']],
	['Kofi', ways['on an old phone, 320 px wide']],
	['Siân', { viewport: { width: 390, height: 800 }, locale: 'cy' }, 'cy']
];

async function leads({ context, placard }: Walk, template: string) {
	const { at, token } = await placard.do(async (world) => {
		const made = await aBoard(world, { template });
		await makeBoard.within(world.as(made.asha), { slug: made.slug, template: 'canvas' });
		return { at: made, token: await beginSession(world, made.asha.id, 1) };
	});
	await giveSession(context, placard, token);
	return `/workspace/${at.slug}/boards/${at.board}`;
}

async function comesIn(
	browser: Browser,
	baseURL: string,
	code: string,
	[name, options, language]: (typeof phones)[number]
): Promise<Phone> {
	const context = await browser.newContext({ baseURL, locale: 'en-GB', ...options });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	await page.goto(`${language ? `/${language}` : ''}/join`);
	await page.locator('#code').fill(code.toLowerCase());
	await page.locator('#code').press('Enter');
	await page.waitForURL(/\/join\/[0-9A-Z]{8}$/);
	if (name) await page.locator('#called').fill(name);
	await page.locator('main form button').press('Enter');
	await page.waitForURL(/\/room\//);
	return { page, context, options, name };
}

const hasScript = ({ options }: Phone) => options.javaScriptEnabled !== false;

async function writes({ page }: Phone, text: string): Promise<void> {
	await page.locator('form textarea[name=text]').fill(text);
	await page.locator('form[action$="add"] button').click();
}

/** Everybody sees it: those without a script once they look again. */
async function allSee(all: Phone[], wall: Page, text: string, times = 1): Promise<void> {
	for (const phone of all) {
		if (!hasScript(phone)) await phone.page.reload();
		await expect.poll(() => phone.page.locator('[data-note]', { hasText: text }).count()).toBe(times);
	}
	await expect.poll(() => wall.locator('[data-note]', { hasText: text }).count()).toBe(times);
}

journey('eight phones and a wall: a workshop from its code to its end', {}, async (walk) => {
	const { page: wall, look, context, placard } = walk;
	const board = await leads(walk, 'retrospective-four');
	await wall.goto(board);
	await wall.getByRole('link', { name: 'Live workshop' }).click();
	await look('before a room is open');
	await wall.getByRole('button', { name: 'Open the room' }).click();
	await look('an open room');
	await takePicture(wall, 'workshop-wall');
	expect(await wall.getByText('from this computer alone').count()).toBe(1);
	const code = (await wall.locator('.room-code').innerText()).trim();
	const browser = context.browser()!;
	const all = await Promise.all(phones.map((one) => comesIn(browser, placard.address, code, one)));
	try {
		await expect.poll(() => wall.locator('[data-room-count=people]').first().innerText()).toBe('8');
		for (const { page, options } of all.slice(0, 5)) await lookAt(page, 'a phone', options);
		await takePicture(all[1]!.page, 'workshop-phone');

		await Promise.all(all.map((phone, at) => writes(phone, `Thought number ${at + 1}.`)));
		for (let at = 1; at <= 8; at++) await allSee(all, wall, `Thought number ${at}.`);
		const [rosa, eira, bo, , , nia] = all as [Phone, Phone, Phone, Phone, Phone, Phone];
		expect(await rosa.page.locator('[data-note]', { hasText: 'by Rosa' }).count()).toBe(1);
		expect(await rosa.page.locator('form textarea[name=text]').inputValue()).toBe('');

		// One’s own words are put right; nobody else is offered that.
		await rosa.page
			.locator('[data-note]', { hasText: 'by Rosa' })
			.getByRole('link', { name: 'Change' })
			.click();
		await lookAt(rosa.page, 'one’s own note', rosa.options);
		await rosa.page.locator('textarea[name=text]').fill('Thought again.');
		await rosa.page.getByRole('button', { name: 'Save' }).click();
		await allSee(all, wall, 'Thought again.');
		await eira.page
			.locator('[data-note]', { hasText: 'Thought again.' })
			.getByRole('link', { name: 'Change' })
			.click();
		expect(await eira.page.locator('textarea[name=text]').count()).toBe(0);
		await eira.page.goBack();

		// A line that drops: what is written meanwhile waits, and comes once; what others wrote is caught up with.
		await nia.context.setOffline(true);
		await nia.page.locator('form textarea[name=text]').focus();
		await nia.page.keyboard.type('Written in a tunnel.');
		await nia.page.keyboard.press('Tab');
		while ((await nia.page.evaluate(() => document.activeElement?.tagName)) !== 'BUTTON')
			await nia.page.keyboard.press('Tab');
		await nia.page.keyboard.press('Enter');
		await expect.poll(() => nia.page.getByText('Waiting to be sent').isVisible()).toBe(true);
		await writes(eira, 'Meanwhile.');
		await expect.poll(() => wall.locator('[data-note]', { hasText: 'Meanwhile.' }).count()).toBe(1);
		expect(await wall.locator('[data-note]', { hasText: 'tunnel' }).count()).toBe(0);
		await nia.context.setOffline(false);
		await expect
			.poll(() => nia.page.locator('[data-note]', { hasText: 'Meanwhile.' }).count(), { timeout: 20_000 })
			.toBe(1);
		await allSee(all, wall, 'Written in a tunnel.');
		expect(await nia.page.getByText('Waiting to be sent').isVisible()).toBe(false);

		// On to putting together. What somebody had begun to write is not lost.
		await eira.page.locator('form textarea[name=text]').fill('Half a thou');
		await wall.getByRole('button', { name: 'Go on to: Put together' }).click();
		await expect.poll(() => eira.page.locator('.room-step').innerText()).toBe('Put together');
		expect(await eira.page.getByLabel('Your words, not sent').inputValue()).toBe('Half a thou');
		await lookAt(eira.page, 'words that were begun', eira.options);
		await bo.page.reload();
		await bo.page
			.locator('[data-note]', { hasText: 'Thought number 3.' })
			.getByRole('link', { name: 'Change' })
			.click();
		const first = await bo.page
			.locator('select[name=under] option', { hasText: 'Thought again.' })
			.getAttribute('value');
		await bo.page.locator('select[name=under]').selectOption(first);
		await lookAt(bo.page, 'putting together', bo.options);
		await bo.page.getByRole('button', { name: 'Put it there' }).click();
		await expect
			.poll(() => rosa.page.locator('[data-note] [data-note]', { hasText: 'Thought number 3.' }).count())
			.toBe(1);

		// Dots: each sees their own, the sums when the vote is over.
		await wall.getByRole('button', { name: 'Go on to: Choose' }).click();
		for (const phone of all) {
			if (!hasScript(phone)) await phone.page.reload();
			const note = phone.page.locator('[data-note]', { hasText: 'Meanwhile.' });
			await note.locator('button[value=more]').click();
			await expect.poll(() => note.locator('button[value=less]').count()).toBe(1);
		}
		await lookAt(rosa.page, 'a vote', rosa.options);
		await expect.poll(() => wall.locator('[data-room-count=dots]').innerText()).toBe('8');
		expect(await wall.getByText('Dots: 8').count()).toBe(0);
		await wall.getByRole('button', { name: 'Five minutes more' }).click();
		await look('a vote on the wall');
		await wall.getByRole('button', { name: /^Go on to/ }).click();
		await expect.poll(() => wall.getByText('Dots: 8').count()).toBe(1);
		await expect.poll(() => rosa.page.getByText('Dots: 8').count()).toBe(1);

		// Somebody is unkind: they are put out, the door is locked, and nobody learns who they were.
		const [, , , , quiet] = all as [Phone, Phone, Phone, Phone, Phone];
		await wall
			.locator('[data-note]', { hasText: 'Thought number 5.' })
			.getByRole('link', { name: 'Change' })
			.click();
		await look('a note from the room');
		await wall.getByRole('button', { name: 'Put whoever wrote this out of the room' }).click();
		await expect.poll(() => quiet.page.getByText('This room is not open').count()).toBe(1);
		await expect.poll(() => wall.locator('[data-room-count=people]').first().innerText()).toBe('7');
		expect(await wall.locator('.room-code').innerText()).not.toBe(code);
		const now = (await wall.locator('.room-code').innerText()).replace(' ', '');
		await wall.getByRole('button', { name: 'Let nobody new in' }).click();
		await expect.poll(() => wall.locator('.room-code').count()).toBe(0);
		await look('a locked door, on the wall');
		await quiet.page.goto(`/join/${now}`);
		await lookAt(quiet.page, 'a locked door', quiet.options);
		expect(await quiet.page.getByText('Nobody new comes in just now.').count()).toBe(1);
		await quiet.page.getByRole('button', { name: 'Come in' }).click();
		await expect.poll(() => quiet.page.title()).toMatch(/^Error/);

		// The end: the code opens nothing, phones are told, the board has it all.
		await wall.getByText('End the workshop').click();
		await look('about to close');
		await wall.getByRole('button', { name: 'Close the room' }).click();
		await expectHeading(wall, 'What goes to the canvas?');
		await look('what goes to the canvas');
		await wall.getByLabel('Written in a tunnel.').check();
		await wall.locator('select[name=box]').selectOption('change');
		await wall.getByRole('button', { name: 'Copy to the canvas' }).click();
		await wall.getByRole('link', { name: 'Boards', exact: true }).first().click();
		await wall.getByRole('link', { name: 'Canvas', exact: true }).click();
		expect(await wall.getByText('Written in a tunnel.').count()).toBeGreaterThan(0);
		await expect.poll(() => rosa.page.getByText('This room is not open').count()).toBe(1);
		await lookAt(rosa.page, 'it is over', rosa.options);
		await bo.page.reload();
		await expectHeading(bo.page, 'This room is not open');
		await bo.page.goto(`/join/${now}`);
		expect(await bo.page.getByText('This code opens no room').count()).toBe(1);
	} finally {
		await Promise.all(all.map(({ context }) => context.close()));
	}
});

journey('where each stands is seen by nobody before all of it is shown', {}, async (walk) => {
	const { page: wall, look, context, placard } = walk;
	await wall.goto(`${await leads(walk, 'opinion-spectrum')}/room`);
	await wall.getByRole('button', { name: 'Open the room' }).click();
	const code = (await wall.locator('.room-code').innerText()).trim();
	const browser = context.browser()!;
	const all = await Promise.all(
		phones.slice(0, 4).map((one) => comesIn(browser, placard.address, code, one))
	);
	try {
		for (const [at, { page, options }] of all.entries()) {
			await page.locator('input[type=range]').focus();
			for (let presses = 0; presses <= at; presses++) await page.keyboard.press('ArrowRight');
			await page.locator('form textarea[name=text]').fill(`My reason ${at}`);
			if (at === 1) await lookAt(page, 'a place of one’s own', options);
			await page.locator('form[action$="place"] button').click();
		}
		await expect.poll(() => wall.locator('[data-room-count=placed]').first().innerText()).toBe('4');
		for (const page of [wall, ...all.map(({ page }) => page)])
			for (let at = 0; at < 4; at++)
				if (page !== all[at]!.page) expect(await page.content()).not.toContain(`My reason ${at}`);
		await look('places that nobody sees');
		await wall.getByRole('button', { name: 'Show where everybody stands' }).click();
		await allSee(all, wall, 'My reason 0');
		await allSee(all, wall, 'My reason 3');
		// The picture on the wall is drawn anew; a phone has it when it is opened, with and without a script.
		const drawn = (page: Page) =>
			page
				.locator('img[data-room-picture]')
				.evaluate((picture) =>
					fetch((picture as HTMLImageElement).currentSrc).then((answer) => answer.text())
				);
		await expect.poll(() => drawn(wall), { timeout: 10_000 }).toContain('My reason 3');
		for (const { page } of all.slice(0, 3)) {
			await page.getByText('The same as a picture').click();
			await expect
				.poll(() =>
					page.locator('img[data-room-picture]').evaluate((one) => (one as HTMLImageElement).naturalWidth)
				)
				.toBeGreaterThan(100);
		}
		await look('where everybody stands');
	} finally {
		await Promise.all(all.map(({ context }) => context.close()));
	}
});
