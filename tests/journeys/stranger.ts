import type { Page } from 'playwright-core';
import * as m from '#words';
import { localizeHref, type Locale } from '#words/addresses';
import { expect } from 'vitest';

type Way = {
	locale?: Locale;
	/** What stands in every box for words. */
	words: string;
	/** Called at every page, with what it is. */
	see: (name: string) => Promise<void>;
	/** Optional tasks that this one has no time for, by the first page of each. */
	leavesOut?: readonly string[];
};

/** Somebody who applies and goes by what a page is made of, never by its words: in any language, at any size, on any line. */
export class Stranger {
	readonly page: Page;
	readonly locale: Locale;
	readonly #words: string;
	readonly #see: Way['see'];
	readonly #leavesOut: readonly string[];
	readonly #passed: string[] = [];

	constructor(page: Page, { locale = 'en', words, see, leavesOut = [] }: Way) {
		this.page = page;
		this.locale = locale;
		this.#words = words;
		this.#see = see;
		this.#leavesOut = leavesOut;
	}

	/** From the call to the receipt. */
	async applies(slug = 'spring'): Promise<{ code: string; reference: string }> {
		const code = await this.#getsCode(slug);
		await this.presses('tasks');
		await this.#answersAll();
		await this.follows('/check', 'check');
		await this.presses('equality');
		await this.presses('send');
		await this.presses('sent');
		return { code, reference: await this.page.locator('.reference').innerText() };
	}

	/** As far as the list of what is asked, of which the address is given back. */
	async begins(slug = 'spring'): Promise<string> {
		await this.#getsCode(slug);
		await this.presses('tasks');
		return new URL(this.page.url()).pathname;
	}

	async #getsCode(slug: string): Promise<string> {
		await this.goesTo(`/programmes/${slug}`, 'call');
		await this.follows('/apply', 'start');
		await this.follows('/eligibility', 'eligibility');
		for (const yes of await this.page.locator('main input[type=radio][value=yes]').all()) await yes.check();
		await this.presses('code');
		return this.page.locator('#return-code').innerText();
	}

	/** Another day, elsewhere: by the code, and then out again. */
	async returnsAndWithdraws({ code, reference }: { code: string; reference: string }): Promise<void> {
		await this.page.context().clearCookies();
		await this.goesTo(`/application/${reference}`, 'return');
		await this.page.locator('main input[type=text]').first().fill(code);
		await this.presses('back');
		expect(await this.page.getByRole('main').innerText()).toContain(reference);
		await this.goesTo(`/application/${reference}/withdraw`, 'withdraw');
		await this.presses('withdraw, not sure');
		await this.mustBeWrong();
		await this.page.locator('main input[type=checkbox]').first().check();
		await this.presses('withdrawn');
	}

	async goesTo(address: string, name: string): Promise<void> {
		await this.page.goto(localizeHref(address, this.locale));
		await this.#see(name);
	}

	async follows(end: string, name: string): Promise<void> {
		const link = this.page.locator(`main a[href$="${end}"]`).first();
		await Promise.all([this.page.waitForNavigation(), link.click()]);
		await this.#see(name);
	}

	/** The button that leads on. */
	async presses(name: string): Promise<void> {
		await this.#goesOn();
		await this.#see(name);
	}

	async #goesOn(): Promise<void> {
		const button = this.page
			.locator('main form .button:not(.button-second):not([type=button]):visible')
			.first();
		await Promise.all([this.page.waitForNavigation(), button.click()]);
	}

	async mustBeWrong(): Promise<void> {
		expect(await this.page.title()).toContain(m.common_error_prefix({}, { locale: this.locale }));
		expect(await this.page.getByRole('alert').count()).toBe(1);
	}

	/** Task after task, page after page; one of them too long before. */
	async #answersAll(): Promise<void> {
		const links = this.page.locator('main a[href*="/answer/"]');
		const tasks = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
		const home = this.page.url();
		for (const task of tasks.filter((one) => !this.#leavesOut.includes(one.split('/').at(-1)!))) {
			await this.page.goto(task);
			while (this.page.url().includes('/answer/')) await this.#answersPage(task.split('/').at(-1)!);
			await this.page.goto(home);
		}
	}

	async #answersPage(task: string): Promise<void> {
		const name = new URL(this.page.url()).pathname.split('/').at(-1)!;
		await this.#see(name);
		expect(this.#passed.at(-1), 'nothing says why, and nobody gets on').not.toBe(this.page.url());
		this.#passed.push(this.page.url());
		if (name === 'change' && task === 'change') await this.#writesTooMuch();
		await this.fills();
		await this.#goesOn();
	}

	async #writesTooMuch(): Promise<void> {
		const box = this.page.locator('main textarea').first();
		const long = `${this.#words} `.repeat(60).trim();
		await box.fill(long);
		await this.presses('too long');
		await this.mustBeWrong();
		expect(await box.inputValue()).toBe(long);
	}

	/** Whatever is asked: words where there is room for them, the first of several. */
	async fills(): Promise<void> {
		const main = this.page.locator('main');
		for (const area of await main.locator('textarea').all()) await area.fill(this.#words);
		for (const line of await main.locator('input[type=text]:not([inputmode])').all())
			await line.fill(this.#words.slice(0, 40));
		for (const line of await main.locator('input[type=tel], input[autocomplete=tel]').all())
			await line.fill('020 7946 0958');
		for (const email of await main.locator('input[type=email]').all()) await email.fill('asha@example.org');
		for (const list of await main.locator('select').all()) await list.selectOption({ index: 2 });
		const firsts = 'fieldset:not(:has(fieldset)) .option:first-of-type input, .statement input';
		for (const box of await main.locator(firsts).all()) if (await box.isVisible()) await box.check();
	}
}
