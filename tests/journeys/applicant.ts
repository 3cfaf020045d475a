import type { Locator, Page } from 'playwright-core';
import { reach, reachAnyOf } from './by-keys.ts';
import { expect, type Walk } from './journey.ts';

/** Somebody who applies, by reading what the page says: labels, legends, the words on buttons. */
export class Applicant {
	readonly page: Page;
	readonly look: Walk['look'];
	readonly byKeyboard: boolean;

	constructor({ page, look }: Pick<Walk, 'page' | 'look'>, { byKeyboard = false } = {}) {
		this.page = page;
		this.look = look;
		this.byKeyboard = byKeyboard;
	}

	async isAt(heading: string): Promise<void> {
		expect(await this.page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
	}

	async write(label: string | RegExp, text: string): Promise<void> {
		const box = this.page.getByLabel(label, { exact: typeof label === 'string' });
		if (!this.byKeyboard) return box.fill(text);
		await reach(this.page, box);
		await this.page.keyboard.press('Control+A');
		await this.page.keyboard.type(text);
	}

	/** Selects an option under a question, or alone on the page. */
	async select(option: string, question?: string): Promise<void> {
		const where = question ? this.page.getByRole('group', { name: question }) : this.page;
		const box = where.getByLabel(option, { exact: true });
		if (!this.byKeyboard) return box.check();
		await reachAnyOf(this.page, box);
		await this.page.keyboard.press('Space');
	}

	async selectFromList(label: string, option: string): Promise<void> {
		const list = this.page.getByLabel(label);
		if (!this.byKeyboard) return void (await list.selectOption({ label: option }));
		await reach(this.page, list);
		await this.page.keyboard.type(option.slice(0, 6));
	}

	/** A button that leads to another page, or to this one again. */
	press(name: string): Promise<void> {
		return this.use(this.button(name));
	}

	/** A button that does something on this page. */
	tap(name: string): Promise<void> {
		return this.button(name).click();
	}

	private button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true }).first();
	}

	follow(name: string | RegExp): Promise<void> {
		return this.use(
			this.page
				.getByRole('main')
				.getByRole('link', { name, exact: typeof name === 'string' })
				.first()
		);
	}

	/** With a script, a form is saved first and goes on then: whoever reads waits for the next page. */
	private async use(control: Locator): Promise<void> {
		if (this.byKeyboard) await reach(this.page, control);
		const act = () => (this.byKeyboard ? this.page.keyboard.press('Enter') : control.click());
		await Promise.all([this.page.waitForNavigation(), act()]);
	}
}

const spring = { slug: 'spring', name: 'Spring programme', must: ['Community-led campaign'] };

/** From the call's page to the list of tasks. Returns the return code. */
export async function begin(applicant: Applicant, { slug, name, must } = spring): Promise<string> {
	const { page, look } = applicant;
	await page.goto(`/programmes/${slug}`);
	await applicant.follow(/^Start/);
	await applicant.isAt(`Apply to ${name}`);
	await look('start');
	await applicant.follow('Start now');
	await applicant.isAt('Is this programme for you?');
	for (const one of must) await applicant.select('Yes', one);
	await look('eligibility');
	await applicant.press('Continue');
	await applicant.isAt('Your application is begun');
	await look('code');
	const code = await page.locator('#return-code').innerText();
	await applicant.press('Continue');
	await applicant.isAt(`Application to ${name}`);
	return code;
}

/** Every page of the form that has to be answered. */
export async function answerEverything(
	applicant: Applicant,
	{ learn = 'Telling the story in the media' } = {}
): Promise<void> {
	const { look } = applicant;
	const next = () => applicant.press('Save and continue');
	await look('tasks');
	await applicant.follow('Your community');
	await applicant.write('What is your group or campaign called?', 'Damp Watch');
	await look('short text');
	await next();
	await applicant.write(/^Who is the community/, 'Renters on the Marsh estate.');
	await look('long text');
	await next();
	await applicant.follow('The change you want');
	await applicant.write(/^What do you want to change/, 'Repairs are done within a month.');
	await next();
	await applicant.select('We have a lasting say in decisions about data');
	await look('several');
	await next();
	await applicant.follow('How data comes into it');
	await applicant.write(/^How does data come into it/, 'The council keeps a register that nobody may see.');
	await next();
	await applicant.select('Access: seeing data that others keep to themselves');
	await look('choice');
	await next();
	await next();
	await applicant.follow('Your campaign so far');
	await applicant.select('We are campaigning now');
	await next();
	await applicant.selectFromList('Nation or region', 'Scotland');
	await look('list');
	await next();
	await applicant.select('A community group');
	await next();
	await applicant.follow('Learning together');
	await applicant.select(learn, 'What do you want to learn?');
	await look('one list for both');
	await next();
	await applicant.follow('Taking part');
	await applicant.write(/^What would help you take part/, 'A room without steps.');
	await look('access');
	await next();
	await next();
	await next();
	await applicant.follow('How to reach you');
	await applicant.write('Your name', 'Asha Rahman');
	await applicant.write('Email address', 'asha@example.org');
	await look('contact');
	await next();
	await applicant.select('My group knows that I am sending this application');
	await look('statement');
	await next();
}

/** Check, the equality questions, and the one button. Returns the reference. */
export async function sendIt(applicant: Applicant): Promise<string> {
	const { page, look } = applicant;
	await applicant.follow('Check your answers');
	await applicant.isAt('Check your answers');
	await look('check');
	await applicant.press('Continue');
	await applicant.isAt('Equality questions (optional)');
	await look('equality');
	await applicant.select('25 to 39');
	await applicant.press('Save and continue');
	await applicant.isAt('Send your application');
	await look('send');
	await applicant.press('Send application');
	await applicant.isAt('Application sent');
	await look('sent');
	return page.locator('.reference').innerText();
}
