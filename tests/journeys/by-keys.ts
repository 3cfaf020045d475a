import type { Locator, Page } from 'playwright-core';

/* By the keys alone, where somebody has no mouse: each is reached from wherever the focus is. */

export async function follow(page: Page, name: string, byKeys: boolean): Promise<void> {
	const link = page.getByRole('link', { name });
	if (!byKeys) return link.click();
	await reach(page, link);
	await page.keyboard.press('Enter');
}

export async function press(page: Page, name: string, byKeys: boolean): Promise<void> {
	const button = page.getByRole('button', { name });
	if (!byKeys) return button.click();
	await reach(page, button);
	await page.keyboard.press('Enter');
}

export async function fill(page: Page, label: string, words: string, byKeys: boolean): Promise<void> {
	const field = page.getByLabel(label);
	if (!byKeys) return field.fill(words);
	await reach(page, field);
	await page.keyboard.type(words);
}

export async function choose(page: Page, name: string, value: string, byKeys: boolean): Promise<void> {
	const option = page.locator(`input[name="${name}"][value="${value}"]`);
	if (!byKeys) return option.check();
	await reachAnyOf(page, option);
	await page.keyboard.press('Space');
}

export async function reach(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 150; presses += 1) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Nobody reaches ${String(control)} by keyboard`);
}

/** Of several radio buttons Tab reaches one, and the arrows the others. */
export async function reachAnyOf(page: Page, box: Locator): Promise<void> {
	const isRadio = (await box.getAttribute('type')) === 'radio';
	if (!isRadio) return reach(page, box);
	const name = (await box.getAttribute('name'))!;
	const inGroup = () =>
		page.evaluate((group) => (document.activeElement as HTMLInputElement | null)?.name === group, name);
	for (let presses = 0; presses < 150 && !(await inGroup()); presses += 1) await page.keyboard.press('Tab');
	for (let presses = 0; presses < 30; presses += 1) {
		if (await box.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('ArrowDown');
	}
	throw new Error(`Nobody reaches ${name} by keyboard`);
}
