import type { Page } from 'playwright-core';
import { into, reading, type Seated } from '../panel-world.ts';
import type { World } from '../small-world.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { beginSession, giveSession, signInAsStaff } from './staff.ts';

/* A panel reads three applications: one of them without script, one on an old phone, the chair with everything. */
const room = '/panel/spring';
const criteria = [
	{
		name: 'Need',
		about: 'Who is harmed, and how badly?',
		weight: '2',
		anchors: ['1 = nobody says', '10 = people are harmed now']
	},
	{ name: 'Community', about: 'Do they lead it?', weight: '1', anchors: ['1 = no', '10 = every step of it'] }
];
let panel: Seated[] = [];

setOut({ SMTP_URL: '' }, async (placard) => {
	({ panel } = await placard.do((world) => reading(world as unknown as World, { readers: 3, criteria })));
});

const readers = {
	'without script': { number: 1, options: ways['without script'] },
	'on an old phone': { number: 2, options: ways['on an old phone, 320 px wide'] }
};

for (const [way, { number, options }] of Object.entries(readers))
	journey(`a panellist reads all that is theirs, ${way}`, options, async (walk) => {
		await comesIn(walk, number);
		await readsEverything(walk);
	});

journey(
	'staff see how it goes, and the chair reads comparable scores once their own are in',
	{},
	async (walk) => {
		const { page, look } = walk;
		await signInAsStaff(walk.context, walk.placard);
		await page.goto('/desk/programmes/spring/reading');
		await look('how the reading goes');
		await page.getByRole('button', { name: 'Share out again' }).click();
		await expect.poll(() => page.getByText('Nothing moved.').count()).toBe(1);
		await comesIn(walk, 0);
		await page.goto(`${room}/calibration`);
		await expect.poll(() => page.getByText('Scores are shown from the discussion on').count()).toBe(1);
		await look('scores, before the discussion');
		await readsEverything(walk);
		await walk.placard.do((world) => into(world as unknown as World, 'discussion'));
		await page.goto(`${room}/calibration`);
		await expect.poll(() => page.getByRole('heading', { name: 'How strict each reader is' }).count()).toBe(1);
		await look('scores made comparable');
		await page.goto(`${room}/reading`);
		await look('how the reading goes, for the chair');
		await page.goto(`${room}/reviews`);
		await page.locator('.entries a').first().click();
		await expect.poll(() => page.getByText(/of 10, all criteria that count/).count()).toBe(2);
		await look('a review beside those of others');
	}
);

async function comesIn({ context, placard }: Walk, number: number): Promise<void> {
	const token = await placard.do((world) => beginSession(world, panel[number]!.actor.id, 1));
	await context.clearCookies();
	await giveSession(context, placard, token);
}

async function readsEverything({ page, look }: Walk): Promise<void> {
	await page.goto(room);
	await page.getByRole('link', { name: 'Read and score what was given to you' }).click();
	await expectHeading(page, 'Your reading');
	await look('what was given to somebody');
	await page.getByRole('link', { name: 'Read the next one' }).click();
	await expectHeading(page, /^Review of /);
	await mark(page, 'Need', '8', '');
	await page.getByRole('button', { name: 'Hand in and read the next' }).click();
	await expect.poll(() => page.getByText('“Need: why” needs a few words on why').count()).toBe(2);
	expect(
		await page.getByRole('group', { name: 'Need: your score' }).getByLabel('8', { exact: true }).isChecked()
	).toBe(true);
	await look('a review, with a problem');
	for (let left = 3; left > 0; left--) {
		await mark(page, 'Need', '8', 'The register is closed.');
		await mark(page, 'Community', String(3 + left), 'They run it.');
		await page.getByRole('button', { name: 'Hand in and read the next' }).click();
		if (left > 1) await expect.poll(() => page.getByText(`${left - 1} left to read.`).count()).toBe(1);
	}
	await expect.poll(() => page.getByText('You have read everything').count()).toBe(1);
	await look('everything read');
}

async function mark(page: Page, criterion: string, score: string, why: string): Promise<void> {
	const group = page.getByRole('group', { name: `${criterion}: your score` });
	await group.getByLabel(score, { exact: true }).check();
	await page.getByLabel(`${criterion}: why`).fill(why);
}
