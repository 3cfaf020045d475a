import { setBoard } from '#areas/boards/server';
import { aBoard, writes } from '../campaign-boards.ts';
import { expect, journey, setOut } from './journey.ts';
import { beginSession, giveSession } from './staff.ts';

/* Two people have one board before them, each at home: what one writes is with the other, who need not look again. */
setOut();

journey('a board keeps up with what others write, and takes nobody from where they are', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	const { at, token } = await placard.do(async (world) => {
		const made = await aBoard(world, { template: 'canvas' });
		return { at: made, token: await beginSession(world, made.asha.id, 1) };
	});
	await giveSession(context, placard, token);
	const { slug, board, asha } = at;
	const writesOne = (text: string) =>
		placard.do((world) => writes(world, { slug, board, by: asha, text }, new Date()));
	await writesOne('The first.');
	await page.goto(`/workspace/${slug}/boards/${board}`);
	const link = page
		.locator('#board')
		.getByRole('link', { name: /^Change/ })
		.first();
	await link.focus();
	const where = await page.evaluate(() => document.activeElement?.getAttribute('href'));
	await writesOne('Written next door.');
	await expect.poll(() => page.locator('#board').getByText('Written next door.').count()).toBeGreaterThan(0);
	expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(where);
	await expect.poll(() => page.getByText('Somebody changed this board.').count()).toBe(1);
	const drawn = () =>
		page
			.locator('#board img')
			.evaluate((one) => fetch((one as HTMLImageElement).src).then((all) => all.text()));
	await expect.poll(drawn).toContain('Written next door.');
	await look('a board that kept up');

	// With a mouse a note is drawn into another lane; its history knows.
	const lane = (at: number) => page.locator('.board-lane').nth(at);
	const grip = page.locator('#board li', { hasText: 'The first.' }).locator('.note-grip');
	await grip.dragTo(lane(1));
	await expect.poll(() => lane(1).getByText('The first.').count()).toBe(1);
	await page.reload();
	await expect.poll(() => lane(1).getByText('The first.').count()).toBe(1);
	await page
		.locator('#board li', { hasText: 'The first.' })
		.getByRole('link', { name: /^Change/ })
		.click();
	await expect.poll(() => page.getByText('moved', { exact: false }).count()).toBeGreaterThan(0);
	await page.goBack();
	// The picture is that of now, and not one that the browser had kept.
	const picture = page.locator('#board img');
	const shown = () => picture.evaluate((one) => new URL((one as HTMLImageElement).currentSrc).search);
	expect(await shown()).toMatch(/^\?at=\d+-2$/);

	// Words that are being written stay while others write.
	await page.getByLabel('New note').first().fill('Half a thou');
	await writesOne('And one more.');
	await expect.poll(() => page.locator('#board').getByText('And one more.').count()).toBeGreaterThan(0);
	expect(await page.getByLabel('New note').first().inputValue()).toBe('Half a thou');

	// Put away by somebody else, it is still there for those who take part, and says so when they look again.
	await placard.do((world) =>
		setBoard.within(world.as(asha, new Date()), {
			slug,
			board,
			name: 'Our board',
			share: 'private',
			isPutAway: 'yes'
		})
	);
	await page.reload();
	await look('a board that was put away');
});
