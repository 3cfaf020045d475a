import { aCall } from '../call-world.ts';
import { workbookOf } from '#areas/forms/xlsform/server';
import { book } from '../prove/malformed-forms/samples.ts';
import { expect, expectHeading, journey, setOut, ways } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* A lead comes with a form made for ODK, sees what becomes of each row, takes it, and takes it along again. */
setOut({ SMTP_URL: '' }, async (placard) => {
	for (const slug of ['without-script', 'on-a-phone', 'in-the-dark'])
		await placard.do((world) => aCall(world, { slug, closes: '2099-03-11T12:00' }));
});

const everyWay = {
	'without-script': ways['without script'],
	'on-a-phone': ways['on an old phone, 320 px wide'],
	'in-the-dark': ways['in the dark']
};
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

for (const [slug, options] of Object.entries(everyWay))
	journey(`a lead brings an XLSForm in and takes it along, ${slug}`, options, async (walk) => {
		const { page, context, placard, look } = walk;
		const file = (buffer: Buffer) => ({ name: 'form.xlsx', mimeType: type, buffer });
		await signInAsStaff(context, placard);
		await page.goto(`/desk/programmes/${slug}`);
		await page.getByRole('link', { name: 'Bring in a form' }).click();
		await expectHeading(page, 'Bring in a form');
		await look('bring in');
		await page.getByLabel('The file').setInputFiles(file(Buffer.from('hello')));
		await page.getByRole('button', { name: 'See what becomes of it' }).click();
		await expect.poll(() => page.getByText('This is not a spreadsheet of the kind .xlsx.').count()).toBe(2);
		await look('not a spreadsheet');
		await page.getByLabel('The file').setInputFiles(file(workbookOf(book())));
		await page.getByRole('button', { name: 'See what becomes of it' }).click();
		await expect.poll(() => page.getByText('Questions: 13.').count()).toBe(1);
		await look('what becomes of it');
		await page.getByRole('button', { name: 'Take it as the form being written' }).click();
		await expect
			.poll(() => page.getByText('The form being written is the one from the file now').count())
			.toBe(1);
		await page.goto(`/desk/programmes/${slug}/form/export`);
		await look('take along');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Download as XLSForm (.xlsx)' }).click();
		expect((await download).suggestedFilename()).toBe(`${slug}-form.xlsx`);
	});
