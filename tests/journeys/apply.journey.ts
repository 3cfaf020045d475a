import type { BrowserContext } from 'playwright-core';
import { afterAll } from 'vitest';
import { aCall } from '../call-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { decodedWords } from '../letters.ts';
import { answerEverything, Applicant, begin, sendIt } from './applicant.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';

const box = await openLetterBox();
afterAll(() => box.close());
setOut({ SMTP_URL: box.url }, async (placard) => {
	const content = {
		eligibility: { must: ['community-led campaign'] },
		contact: { name: 'the team', email: 'team@example.org' }
	};
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00', content }));
});

const pictured = ['start', 'tasks', 'long text', 'check', 'equality', 'sent'];

/** Each page is looked at once by machine, in both themes; on the phone, whether it fits. */
const looks: Partial<Record<keyof typeof ways, (walk: Walk) => Walk['look']>> = {
	'with script':
		({ look, page }) =>
		async (name) => {
			await look(name);
			if (pictured.includes(name)) await takePicture(page, `apply-${name.replaceAll(' ', '-')}`);
		},
	'without script': () => async () => {},
	'on an old phone, 320 px wide': (walk) => (name) => fits(walk, name),
	'with a keyboard alone': () => async () => {}
};

for (const [way, looking] of Object.entries(looks))
	journey(
		`a group applies ${way}, comes back, and withdraws`,
		ways[way as keyof typeof ways],
		async (walk) => {
			const { page, context } = walk;
			const look = looking(walk);
			const applicant = new Applicant({ page, look }, { byKeyboard: way === 'with a keyboard alone' });
			expect(await cookiesAfter(walk, '/programmes/spring')).toEqual([]);
			const code = await begin(applicant);
			await answerEverything(applicant);
			const reference = await sendIt(applicant);
			expect(await subjects(reference)).toEqual([`We have received application ${reference}`]);

			await context.clearCookies();
			await page.goto(`/application/${reference}`);
			await applicant.isAt('Return to your application');
			await look('return');
			await applicant.write('Return code or link', code.toLowerCase());
			await applicant.press('Open my application');
			await look('sent, from home');
			await applicant.follow('What we hold about you');
			await applicant.isAt('What we hold about you');
			expect(await page.getByRole('main').innerText()).toContain('A room without steps.');
			await look('held');
			await page.goto(`/application/${reference}/withdraw`);
			await look('withdraw');
			await applicant.press('Withdraw now');
			await look('withdraw, not sure');
			await applicant.select('I want to withdraw this application');
			await applicant.press('Withdraw now');
			expect(await page.getByRole('main').innerText()).toContain('This application is withdrawn');
			await look('withdrawn');
			await applicant.follow('Delete everything');
			await look('erase');
			await applicant.select('I want everything to be deleted');
			await applicant.press('Delete everything now');
			await applicant.isAt('Everything is deleted');
			await look('erased');
			expect(await context.cookies()).toEqual([]);
		}
	);

for (const way of ['with script', 'without script'] as const) {
	journey(`text survives an error, a session's end and another window, ${way}`, ways[way], async (walk) => {
		const { page, context } = walk;
		const applicant = new Applicant(walk);
		const code = await begin(applicant);
		await applicant.follow('The change you want');
		const address = page.url();
		const long = 'word '.repeat(260).trim();
		await applicant.write(/^What do you want to change/, long);
		await applicant.press('Save and continue');
		expect(await page.title()).toMatch(/^Error: /);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
		expect(await page.getByRole('alert').innerText()).toContain('has 260 words. Use 250 words or fewer');
		expect(await page.locator('#change').inputValue()).toBe(long);
		await walk.look('too long');

		await context.clearCookies();
		await page.locator('#change').fill('Repairs within a month.\nWhoever reports them.');
		await applicant.press('Save and continue');
		await applicant.isAt('Enter your code to save this');
		await walk.look('no longer open');
		expect(await page.getByLabel('What do you want to change?').inputValue()).toContain(
			'Whoever reports them.'
		);
		await applicant.write('Return code or link', 'wrong');
		await applicant.press('Open and save');
		await walk.look('wrong code');
		await applicant.write('Return code or link', code);
		await applicant.press('Open and save');
		await page.goto(address);
		expect(await page.locator('#change').inputValue()).toBe('Repairs within a month.\nWhoever reports them.');

		const other = await context.newPage();
		await other.goto(address);
		await other.locator('#change').fill('From the other window.');
		await other.getByRole('button', { name: 'Save and continue' }).click();
		await other.getByRole('heading', { level: 1, name: 'Which of these' }).waitFor();
		await page.locator('#change').fill('From this window.');
		await applicant.press('Save and continue');
		await page.getByRole('heading', { name: 'This answer was changed somewhere else' }).waitFor();
		await walk.look('two windows');
		expect(await page.getByRole('main').innerText()).toContain('From the other window.');
		expect(await page.locator('#change').inputValue()).toBe('From this window.');
		await applicant.press('Save and continue');
		await page.goto(address);
		expect(await page.locator('#change').inputValue()).toBe('From this window.');
	});
}

journey('a "no" is explained and traps nobody', {}, async (walk) => {
	const applicant = new Applicant(walk);
	await walk.page.goto('/programmes/spring/apply/eligibility');
	await applicant.press('Continue');
	expect(await walk.page.getByRole('alert').innerText()).toContain(
		'“Community-led campaign” needs an answer'
	);
	await applicant.select('No', 'Community-led campaign');
	await applicant.press('Continue');
	await applicant.isAt('This programme may not be the right one');
	await walk.look('not all met');
	await applicant.press('Continue anyway');
	await applicant.isAt('Your application is begun');
});

journey('with a script, what is typed is counted, saved and offered back', {}, async (walk) => {
	const { page, context } = walk;
	const applicant = new Applicant(walk);
	await begin(applicant);
	await applicant.follow('The change you want');
	const box = page.locator('#change');
	await box.pressSequentially('Repairs within a month');
	expect(await page.locator('#change-count').innerText()).toBe('You have 246 words left');
	await page.getByText(/^Saved at /).waitFor();
	await page.reload();
	expect(await box.inputValue()).toBe('Repairs within a month');

	// Typed before the script arrives, as on a slow line, and nothing more is typed.
	await page.route('**/assets/keep-text*', async (route) => {
		await box.evaluate((area: HTMLTextAreaElement) => (area.value = 'Repairs within a fortnight'));
		await route.continue();
	});
	await page.reload();
	await page.getByText(/^Saved at /).waitFor();
	await page.unroute('**/assets/keep-text*');
	await page.reload();
	expect(await box.inputValue()).toBe('Repairs within a fortnight');

	await context.setOffline(true);
	await box.fill('Repairs within a week');
	await applicant.tap('Save and continue');
	await page.getByText('There is no connection.', { exact: false }).waitFor();
	expect(await box.inputValue()).toBe('Repairs within a week');
	await context.setOffline(false);
	await page.getByRole('heading', { level: 1, name: 'Which of these' }).waitFor();

	await page.goBack();
	await context.setOffline(true);
	await box.fill('Never reached the server');
	await page.waitForTimeout(100);
	await context.setOffline(false);
	await page.route('**/application/**', (route) =>
		route.request().method() === 'POST' ? route.abort() : route.continue()
	);
	await page.reload();
	expect(await box.inputValue()).toBe('Repairs within a week');
	await page.getByText('You typed something here that did not reach us.', { exact: false }).waitFor();
	await walk.look('offered back');
	await page.unroute('**/application/**');
	await applicant.tap('Put it back');
	expect(await box.inputValue()).toBe('Never reached the server');
	await page.getByText(/^Saved at /).waitFor();
	expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

async function fits({ page }: Walk, name: string): Promise<void> {
	const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(tooWide, `${name} is wider than the screen by`).toBeLessThanOrEqual(0);
}

async function cookiesAfter(
	{ page, context }: { page: Walk['page']; context: BrowserContext },
	address: string
) {
	await page.goto(address);
	return context.cookies();
}

/** The letters about an application, within the minute that is promised. */
async function subjects(reference: string): Promise<string[]> {
	const about = () =>
		box.letters
			.map(({ headers }) => decodedWords(headers.get('subject') ?? ''))
			.filter((subject) => subject.includes(reference));
	await expect.poll(about, { timeout: 60_000 }).not.toEqual([]);
	return about();
}
