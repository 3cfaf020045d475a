import type { Page } from 'playwright-core';

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
/** As `import-call --opens` wants it. */
export const day = (date: Date) => date.toISOString().slice(0, 10);

export async function writeDate(page: Page, label: string, date: Date, time: string): Promise<void> {
	const group = page.getByRole('group', { name: label, exact: true });
	await group.getByLabel('Day').fill(String(date.getUTCDate()));
	await group.getByLabel('Month').fill(String(date.getUTCMonth() + 1));
	await group.getByLabel('Year').fill(String(date.getUTCFullYear()));
	await group.getByLabel('Time').fill(time);
}
