import type { Page } from 'playwright-core';
import { expect, expectHeading, journey, setOut, ways } from './journey.ts';
import type { RunningPlacard } from './server.ts';
import { signInAsStaff } from './staff.ts';

setOut();

/** What a program hears that shows this token. */
async function asProgram(placard: RunningPlacard, token: string, path = '/programmes/nowhere/applications') {
	const response = await fetch(`${placard.address}/api/v1${path}`, {
		headers: { authorization: `Bearer ${token}` }
	});
	return { status: response.status, body: (await response.json()) as { code?: string } };
}

async function makeToken(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'Make a token' }).click();
	await page.getByRole('button', { name: 'Make a token' }).click();
	await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
	await page.getByLabel('What is it for?').fill('Spreadsheet');
	await page.getByLabel('Read applications that were sent').check();
	await page.getByRole('button', { name: 'Make a token' }).click();
	const shown = page.locator('.copy-text');
	await expect.poll(() => shown.count()).toBe(1);
	return shown.innerText();
}

journey(
	'a lead lets a program in by a token that is shown once, and shuts it out again',
	ways['without script'],
	async ({ page, context, placard, look }) => {
		await signInAsStaff(context, placard);
		await page.goto('/account');
		await page.getByRole('link', { name: 'Connections to other programs' }).click();
		await expectHeading(page, 'Connections to other programs');
		const token = await makeToken(page);
		await look('a token that was made');
		expect(await asProgram(placard, token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
		await page.getByRole('link', { name: 'Connections' }).last().click();
		expect(await page.content()).not.toContain(token);
		await page.getByRole('button', { name: /^Revoke/ }).click();
		await expect.poll(() => page.getByText('Revoked').count()).toBeGreaterThan(0);
		expect(await asProgram(placard, token)).toMatchObject({ status: 401 });
	}
);

for (const [way, options] of Object.entries({
	'on a wide screen': {},
	'on an old phone': ways['on an old phone, 320 px wide']
}))
	journey(
		`every page of the connections can be read, ${way}`,
		options,
		async ({ page, context, placard, look }) => {
			await signInAsStaff(context, placard);
			await page.goto('/desk/connections');
			await look('connections, none yet');
			const token = await makeToken(page);
			await look('a token that was made');
			expect(token).toMatch(/^placard_/);
			await page.goto('/desk/connections/webhook');
			await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1/');
			await page.getByLabel('An application was withdrawn').check();
			await page.getByRole('button', { name: 'Add an address' }).click();
			await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
			expect(await page.getByLabel('An application was withdrawn').isChecked()).toBe(true);
			await look('an address inside');
			await page.getByLabel('Address', { exact: true }).fill('https://example.org/told');
			await page.getByRole('button', { name: 'Add an address' }).click();
			await expect.poll(() => page.locator('.copy-text').count()).toBe(1);
			await look('an address that was added');
			await page.goto('/desk/connections');
			await look('connections');
			if (process.env['SHOTS'])
				await page.screenshot({ path: `${process.env['SHOTS']}/connections ${way}.png`, fullPage: true });
			await page.getByRole('button', { name: /^Stop/ }).click();
			await expect.poll(() => page.getByText('Stopped', { exact: true }).count()).toBe(1);
		}
	);
