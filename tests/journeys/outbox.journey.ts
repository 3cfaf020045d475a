import '#server/identity';
import { queueMail } from '#server/mail';
import { visitor } from '#shared/actor';
import { expect, journey, setOut, ways } from './journey.ts';
import type { RunningPlacard } from './server.ts';
import { signInAsStaff } from './staff.ts';

setOut({ SMTP_URL: '' }, async (placard) => {
	await write(placard, 'eira@example.org');
});

journey(
	'staff find a letter, hold it back and let it go',
	ways['without script'],
	async ({ page, context, placard }) => {
		await signInAsStaff(context, placard, { role: 'administrator' });
		await page.goto('/desk/outbox');
		await expect.poll(() => page.getByText('No mail server is set up').count()).toBe(1);
		await page
			.getByRole('row', { name: /eira@example.org/ })
			.getByRole('link')
			.click();
		await page.getByRole('button', { name: 'Hold back' }).click();
		await expect.poll(() => page.getByText('Held back', { exact: true }).count()).toBe(1);
		await page.goto('/desk/outbox');
		await page.getByRole('link', { name: 'Held back (1)' }).click();
		await expect.poll(() => page.getByText('1 of 1 letter').count()).toBe(1);
		await page
			.getByRole('row', { name: /eira@example.org/ })
			.getByRole('link')
			.click();
		await page.getByRole('button', { name: 'Let it go' }).click();
		await expect.poll(() => page.getByText('Waiting', { exact: true }).count()).toBe(1);
	}
);

for (const [way, options] of Object.entries({
	'on a wide screen': {},
	'on an old phone': ways['on an old phone, 320 px wide']
}))
	journey(
		`every page of the outbox can be read, ${way}`,
		options,
		async ({ page, context, placard, look }) => {
			await signInAsStaff(context, placard, { role: 'administrator' });
			await page.goto('/desk/outbox');
			await page.locator('summary').click();
			await look('outbox');
			await page
				.getByRole('row', { name: /eira@example.org/ })
				.getByRole('link')
				.click();
			await look('letter');
			await page.goto('/desk/outbox/returned');
			await page.getByLabel('The whole report').fill('I am on holiday until Monday.');
			await page.getByRole('button', { name: 'Record it' }).click();
			await expect
				.poll(() => page.getByText('We found no delivery report in this').count())
				.toBeGreaterThan(0);
			expect(await page.getByLabel('The whole report').inputValue()).toBe('I am on holiday until Monday.');
			await look('returned, with a problem');
		}
	);

journey('nobody else learns that there is an outbox', {}, async ({ page, context, placard }) => {
	const id = await write(placard, 'mair@example.org');
	const letter = `/desk/outbox/${id}`;
	for (const role of ['nobody', 'one factor only'] as const) {
		if (role === 'one factor only') await signInAsStaff(context, placard, { assurance: 1 });
		for (const address of [
			'/desk/outbox',
			'/desk/outbox?state=held',
			letter,
			`${letter}/html`,
			'/desk/outbox/returned'
		]) {
			const response = await context.request.get(address, { maxRedirects: 0 });
			expect([role, address, response.status() === 200]).toEqual([role, address, false]);
			expect(await response.text()).not.toContain('mair@example.org');
		}
	}
	await page.goto('/');
});

/** A link that nobody asked for: nothing is sent, so the letter stays where staff can handle it. */
function write(placard: RunningPlacard, to: string): Promise<string> {
	return placard.do(async ({ db }) => {
		const [asked] = await db<{ id: string }[]>`
			insert into identity.sign_in (person, locale, asked_at) values (null, 'en', ${new Date()}) returning id`;
		const context = { db, actor: visitor, now: new Date() };
		return queueMail(context, { to, template: 'sign-in', locale: 'en', details: { request: asked!.id } });
	});
}
