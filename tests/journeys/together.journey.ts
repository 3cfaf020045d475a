import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { aCall } from '../call-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { Applicant, begin } from './applicant.ts';
import { expect, journey, setOut, ways, type Walk } from './journey.ts';

const box = await openLetterBox();
afterAll(() => box.close());
setOut({ SMTP_URL: box.url }, async (placard) => {
	const content = {
		eligibility: { must: ['community-led campaign'] },
		contact: { name: 'the team', email: 'team@example.org' }
	};
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00', content }));
});

const walked = ['with script', 'without script', 'on an old phone, 320 px wide'] as const;

for (const [index, way] of walked.entries())
	journey(
		`two write one application, and the lead hands it over and goes, ${way}`,
		ways[way],
		async (walk) => {
			const asha = new Applicant(walk);
			const address = `owen${index}@example.org`;
			await begin(asha);
			const home = new URL(walk.page.url()).pathname;
			await named(asha);
			await asksOwen(asha, { home, address });

			const context = await another(walk, ways[way]);
			try {
				const page = await context.newPage();
				const owen = new Applicant({ page, look: asha.look });
				await page.goto(`/together/${await codeIn(address, 'together')}`);
				await walk.look('an invitation');
				await owen.press('Yes, open the application');
				await owen.isAt('Application to Spring programme');
				await bothEdit(asha, owen, home);
				await comments(asha, owen, home);
				await handsOver(asha, owen, { home, address });
			} finally {
				await context.close();
			}
		}
	);

/** Another person, in a browser of their own. */
async function another({ context, placard }: Walk, options: BrowserContextOptions): Promise<BrowserContext> {
	return context.browser()!.newContext({ baseURL: placard.address, locale: 'en-GB', ...options });
}

async function named(asha: Applicant): Promise<void> {
	await asha.follow('How to reach you');
	await asha.write('Your name', 'Asha Rahman');
	await asha.write('Email address', 'asha@example.org');
	await asha.press('Save and go to the list');
}

type On = { home: string; address: string };

async function asksOwen(asha: Applicant, { home, address }: On): Promise<void> {
	await asha.page.goto(`${home}/people`);
	await asha.look('people, alone');
	await asha.press('Send the invitation');
	await asha.look('people, nothing filled in');
	await asha.write('Their name', 'Owen Pryce');
	await asha.write('Their email address', address);
	await asha.select('May edit');
	await asha.press('Send the invitation');
	await asha.look('people, one invited');
}

/** The code in the newest letter to somebody. */
async function codeIn(address: string, kind: string): Promise<string> {
	const shape = new RegExp(`/${kind}/([\\w-]+)`);
	const code = () =>
		box.letters.findLast(({ to, text }) => to.includes(address) && shape.test(text))?.text.match(shape)?.[1];
	await expect.poll(code, { timeout: 15_000 }).toBeTruthy();
	return code()!;
}

async function bothEdit(asha: Applicant, owen: Applicant, home: string): Promise<void> {
	for (const { page } of [asha, owen]) await page.goto(`${home}/answer/group`);
	await owen.write(/^What is your group/, 'Damp Watch West');
	await owen.press('Save and continue');
	await asha.write(/^What is your group/, 'Damp Watch East');
	await asha.press('Save and continue');
	const shown = await asha.page.getByRole('main').innerText();
	expect(shown).toContain('Damp Watch West');
	expect(shown).toContain('Owen Pryce saved it');
	await asha.look('both texts');
	await asha.press('Keep theirs');
	await owen.page.goto(`${home}/earlier/group`);
	expect(await owen.page.getByRole('main').innerText()).toContain('Damp Watch East');
	await asha.page.goto(`${home}/earlier/group`);
	await asha.look('earlier texts');
}

async function comments(asha: Applicant, owen: Applicant, home: string): Promise<void> {
	const { page } = owen;
	await page.goto(`${home}/answer/group`);
	const label = /^Comment on “What is your group/;
	const long = 'Shall we say where? '.repeat(110);
	await owen.write(label, long);
	await owen.press('Add the comment');
	await owen.isAt('Your comment is not kept yet');
	expect(await page.getByLabel('Your comment').inputValue()).toBe(long);
	await owen.write('Your comment', 'Shall we say where?');
	await owen.press('Add the comment');
	await asha.page.goto(`${home}/answer/group`);
	const shown = await asha.page.getByRole('main').innerText();
	expect(shown).toContain('Shall we say where?');
	expect(shown).toContain('Owen Pryce is ');
	await asha.look('an answer, with a comment');
}

async function handsOver(asha: Applicant, owen: Applicant, { home, address }: On): Promise<void> {
	await asha.page.goto(`${home}/people`);
	await asha.look('people, two');
	await asha.follow('Hand this application over to somebody else');
	await asha.press('Ask them to lead it');
	await asha.look('hand-over, nothing chosen');
	await asha.select('Owen Pryce', 'Who should lead it?');
	await asha.select('I stay, and only read', 'And you?');
	await asha.press('Ask them to lead it');
	await asha.look('hand-over, offered');
	await owen.page.goto(home);
	await owen.follow('Answer');
	await owen.isAt('Who leads this application');
	await owen.press('Yes, I lead it from now on');
	expect(await owen.page.getByRole('main').innerText()).toContain('Delete everything');
	for (const [to, subject] of [
		[address, 'You now lead application'],
		['asha@example.org', 'You no longer lead application']
	] as const)
		await expect
			.poll(() =>
				box.letters.some((one) => one.to.includes(to) && one.headers.get('subject')?.includes(subject))
			)
			.toBe(true);
	await asha.page.goto(`${home}/withdraw`);
	await asha.isAt('Only the lead can do this');
	await asha.page.goto(`${home}/lead`);
	await asha.look('hand-over, passed');
	await asha.page.goto(`${home}/people`);
	await asha.press('Leave');
	expect(await asha.page.getByRole('main').innerText()).toContain('You have left');
	await asha.page.goto(home);
	await asha.isAt('Return to your application');
}
