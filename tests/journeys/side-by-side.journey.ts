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
