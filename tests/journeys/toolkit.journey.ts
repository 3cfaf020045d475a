import { expect, expectHeading, journey, lookAt, setOut, ways } from './journey.ts';
import { signInAsStaff } from './staff.ts';

setOut({});

for (const way of ['with script', 'without script', 'on an old phone, 320 px wide'] as const)
	journey(
		`somebody looks for an activity and reads how to run it, ${way}`,
		ways[way],
		async ({ page, look }) => {
			await page.goto('/toolkit');
			await expectHeading(page, 'Toolkit');
			await look('the toolkit');
			await page.getByLabel('Words').fill('tape arrow');
			await page.getByRole('button', { name: 'Show these' }).click();
			await page.waitForURL('**/toolkit?*q=tape*');
			expect(await page.getByRole('status').textContent()).toBe('1 of 22 activities');
			await page.getByRole('link', { name: 'Map the power' }).click();
			await expectHeading(page, 'Map the power');
			await look('an activity');
			const run = page.getByRole('link', { name: 'Run this with my group' });
			expect(await run.getAttribute('href')).toBe('/workspace?board=power-map');
			await page.goto('/toolkit?q=zzz');
			await page.getByRole('heading', { name: 'Nothing fits all of this' }).waitFor();
			await look('nothing found');
			await page.goto('/ar/toolkit/path');
			await look('the path, in Arabic');
		}
	);

journey('staff adapt a card, two at once, and publish it', {}, async ({ page, context, placard, look }) => {
	await signInAsStaff(context, placard);
	await page.goto('/desk/toolkit');
	await look('no card yet');
	await page.getByLabel('Begin from').selectOption('write-a-play');
	await page.getByLabel('What it is called').fill('Look back over soup');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.waitForURL('**/look-back-over-soup/edit');
	await look('the editor');
	const other = await context.newPage();
	await other.goto(page.url());
	await page.getByLabel('What it is for').fill('Eat, and learn.');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Publish' }).waitFor();
	await look('a draft that lacks nothing');
	await other.getByLabel('What it is for').fill('Eat first, then learn.');
	await other.getByLabel('People, at least').fill('some');
	await other.getByRole('button', { name: 'Save' }).click();
	await other.getByText('There is a problem').waitFor();
	await other.getByLabel('People, at least').fill('4');
	await other.getByRole('button', { name: 'Save' }).click();
	await other.getByText('What is saved now', { exact: true }).waitFor();
	await lookAt(other, 'two who wrote at once', {});
	expect(await other.getByText('Eat, and learn.').count()).toBe(1);
	expect(await other.getByLabel('What it is for').inputValue()).toBe('Eat first, then learn.');
	await other.getByRole('button', { name: 'Save' }).click();
	await other.waitForURL('**/look-back-over-soup');
	await page.getByRole('button', { name: 'Publish' }).click();
	await page.getByText('Somebody else changed this card').waitFor();
	await page.reload();
	await page.getByRole('button', { name: 'Publish' }).click();
	await page.getByRole('link', { name: 'See it in the toolkit' }).click();
	await expectHeading(page, 'Look back over soup');
	expect(await page.getByText('Adapted from').textContent()).toBeTruthy();
	expect(await page.getByText('Eat first, then learn.').count()).toBe(1);
	await page.goto('/desk/toolkit/look-back-over-soup/versions');
	await look('its versions');
	await page.goto('/desk/toolkit/look-back-over-soup/in/cy');
	await look('its translation');
	await page.getByLabel('What it is called').fill('Edrych yn ôl dros gawl');
	await page.getByLabel('What it is for').fill('Bwyta, a dysgu.');
	// A step without its words: the others are not shown in Welsh beside it, but all in English.
	await page.getByLabel('Step 6: what to do and say').fill('');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Publish the changes' }).click();
	await page.goto('/cy/toolkit/look-back-over-soup');
	await expectHeading(page, 'Edrych yn ôl dros gawl');
	expect(await page.locator('.activity-steps [lang=en]').count()).toBe(1);
});
