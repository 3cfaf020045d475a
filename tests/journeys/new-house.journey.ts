import { expect, journey, setOut, ways } from './journey.ts';
import { signInAsStaff } from './staff.ts';

setOut();

for (const [way, options] of Object.entries({
	'with script': {},
	'without script': ways['without script'],
	'on an old phone': ways['on an old phone, 320 px wide']
}))
	journey(`a new house says what it is and where to begin, ${way}`, options, async ({ page, look }) => {
		await page.goto('/');
		expect(await page.getByRole('heading', { name: 'This Placard is new' }).count()).toBe(1);
		await look('new home');
		await page.goto('/privacy');
		expect(await page.getByText('Nobody has said yet who runs this site').count()).toBe(1);
		await look('privacy');
	});

journey(
	'its administrator finds the first steps and takes one',
	ways['without script'],
	async ({ page, context, placard, look }) => {
		await signInAsStaff(context, placard, { role: 'administrator' });
		await page.goto('/desk');
		await look('first steps');
		await page.getByRole('link', { name: 'Say who you are' }).click();
		await page.getByLabel('Name of your organisation').fill('Common Thread');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.goto('/desk');
		expect(await page.getByRole('listitem').filter({ hasText: 'Say who you are' }).innerText()).toContain(
			'Done'
		);
		await page.goto('/');
		expect(await page.getByRole('heading', { name: 'This Placard is new' }).count()).toBe(0);
	}
);
