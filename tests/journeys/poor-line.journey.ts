import type { Page } from 'playwright-core';
import { aCall } from '../call-world.ts';
import { Applicant, begin } from './applicant.ts';
import { expect, journey, setOut } from './journey.ts';
import { Stranger } from './stranger.ts';

/* An old phone far out: 400 kbit/s, 400 ms to us and back, and pieces of the page that never arrive. */

setOut({}, async (placard) => {
	const content = { eligibility: { must: ['community-led campaign'] } };
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00', content }));
});

const scripts = '**/assets/*.js';
const sheets = '**/*.css*';
const words = 'We are renters in Leeds, about 40 of us.';

journey(
	'on 400 kbit/s a script stops, then the sheet, and a receipt comes with every word',
	{},
	async ({ page }) => {
		await slowDown(page);
		const fails: Record<string, () => Promise<unknown>> = {
			tasks: () => page.route(scripts, (route) => route.abort()),
			goals: () => page.route(sheets, (route) => route.abort()),
			stage: async () => {
				await page.unroute(scripts);
				await breakInTheMiddle(page);
			}
		};
		const stranger = new Stranger(page, {
			words,
			leavesOut: ['access', 'recording'],
			async see(name) {
				if (name === 'check') expect(await page.getByText(words).count()).toBeGreaterThanOrEqual(6);
				await fails[name]?.();
			}
		});
		const { reference } = await stranger.applies();
		expect(reference).toMatch(/^\w{3}-\w{3}$/);
	}
);

journey('what nobody answers, though there is a connection, goes as a plain form', {}, async (walk) => {
	const { page } = walk;
	const applicant = new Applicant({ page, look: async () => {} });
	await begin(applicant);
	await applicant.follow('The change you want');
	await page.evaluate(() => (window.fetch = () => Promise.reject(new TypeError('blocked'))));
	await page.locator('#change').fill('Repairs within a week');
	await applicant.tap('Save and continue');
	const status = page.locator('[data-save-status]');
	await status.filter({ hasText: 'There is no connection.' }).waitFor();
	await applicant.tap('Save and continue');
	await applicant.tap('Save and continue');
	await page.getByRole('heading', { level: 1, name: 'Which of these' }).waitFor();
	await page.goBack();
	expect(await page.locator('#change').inputValue()).toBe('Repairs within a week');
});

async function slowDown(page: Page): Promise<void> {
	const line = await page.context().newCDPSession(page);
	const throughput = 400_000 / 8;
	await line.send('Network.enable');
	await line.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 400,
		downloadThroughput: throughput,
		uploadThroughput: throughput
	});
}

/** From the next page on: the script arrives, and breaks when it gathers what to save. */
async function breakInTheMiddle(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.FormData = class {
			constructor() {
				throw new Error('broken in the middle');
			}
		} as unknown as typeof FormData;
	});
}
