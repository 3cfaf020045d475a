import { aCall } from '../call-world.ts';
import { begun } from '../expression-world.ts';
import { publishQuestions } from '../form-world.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* Questions that come and go while somebody answers, and a preview that follows while somebody writes. */
setOut({ SMTP_URL: '' }, (placard) =>
	placard.do(async (world) => {
		await aCall(world, { opens: '2020-01-01T00:00', closes: '2099-03-11T12:00' });
		await publishQuestions(world, (question) =>
			question.key === 'lead-more'
				? { ...question, when: { all: [{ question: 'lead', is: 'any-of', values: ['other'] }] } }
				: question
		);
	})
);

const words = 'The tenants and the choir.';
const { 'with script': usual, 'on an old phone, 320 px wide': phone, 'without script': plain } = ways;

for (const [way, options] of Object.entries({ 'with script': usual, 'on a phone': phone }))
	journey(
		`a question comes when it is asked, and its words stay when it goes, ${way}`,
		options,
		async (walk) => {
			const { page } = walk;
			const address = await begins(walk);
			await page.goto(address);
			const box = page.locator('#lead-more');
			const said = page.locator('[data-asked-said]');
			await expect.poll(() => box.isVisible()).toBe(false);
			await walk.look('a question that is not asked');
			await page.locator('input[name=lead][value=other]').check();
			await expect.poll(() => box.isVisible()).toBe(true);
			await expect.poll(() => said.innerText()).toContain('is asked as well now');
			await box.fill(words);
			await walk.look('a question that came');
			await page.locator('input[name=lead][value=affected]').check();
			await expect.poll(() => box.isVisible()).toBe(false);
			await expect.poll(() => said.innerText()).toContain('not asked any more');
			await page.locator('input[name=lead][value=other]').check();
			expect(await box.inputValue()).toBe(words);
			await page.locator('input[name=lead][value=affected]').check();
			await goesOn(walk);
			await isSetAside(walk, address);
			await page.goto(address);
			await expect.poll(() => box.isVisible()).toBe(false);
			await page.locator('input[name=lead][value=other]').check();
			await expect.poll(() => box.inputValue()).toBe(words);
		}
	);

journey('without a script every question stands there, and keeps its words', plain, async (walk) => {
	const { page } = walk;
	const address = await begins(walk);
	await page.goto(address);
	const box = page.locator('#lead-more');
	expect(await box.isVisible()).toBe(true);
	await page.locator('input[name=lead][value=affected]').check();
	await box.fill(words);
	await goesOn(walk);
	await isSetAside(walk, address);
	await page.goto(address);
	expect(await box.inputValue()).toBe(words);
});

async function goesOn({ page }: Walk): Promise<void> {
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect.poll(() => page.url()).not.toContain('/answer/lead');
}

/** Kept for its writer, and no answer to anybody: not among those that are checked before they are sent. */
async function isSetAside({ page }: Walk, address: string): Promise<void> {
	await page.goto(address.replace('/answer/lead', '/check'));
	const text = await page.getByRole('main').innerText();
	expect(text.split('What you wrote that we do not ask any more')[1]).toContain(words);
	expect(await page.getByText(words).count()).toBe(1);
}

async function begins({ context, placard }: Walk): Promise<string> {
	const { reference, token } = await placard.do((world) => begun(world, { now: new Date() }));
	const url = `${placard.address}/application/${reference}`;
	await context.addCookies([{ name: 'placard_application', value: token, url }]);
	return `/application/${reference}/answer/lead`;
}

const editor = '/desk/programmes/spring/form/question/letter';
const label = 'A letter from your neighbours';

journey('the phone follows what is typed, and nothing is kept before it is saved', {}, async (walk) => {
	const { page, context, placard } = walk;
	await signInAsStaff(context, placard);
	await page.goto(editor);
	const phone = page.locator('[data-preview]');
	const box = page.locator('[id="q.label"]');
	await box.fill(label);
	await expect.poll(() => phone.innerText()).toContain(label);
	expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
	await page.locator('[name="q.accept"][value=png]').check();
	await expect.poll(() => phone.innerText()).toContain('PNG');
	await walk.look('a question while it is written');
	await page.goto(editor);
	await expectHeading(page, 'A letter or document');
	await page.goto('/desk/programmes/spring/form/question/recording-file');
	await page.locator('[name="q.media"][value=video]').uncheck();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expectHeading(page, 'Application form');
	await page.goto('/desk/programmes/spring/form/question/recording-file');
	expect(await page.locator('[name="q.media"][value=video]').isChecked()).toBe(false);
	expect(await page.locator('[name="q.media"][value=audio]').isChecked()).toBe(true);
});

const narrow = { ...ways['without script'], viewport: { width: 320, height: 640 } };
journey('without a script the preview comes with a button', narrow, async (walk) => {
	const { page, context, placard } = walk;
	await signInAsStaff(context, placard);
	await page.goto(editor);
	await page.locator('[id="q.label"]').fill(label);
	await page.getByRole('button', { name: 'Show how it looks' }).click();
	await expect.poll(() => page.locator('[data-preview]').innerText()).toContain(label);
	expect(await page.locator('[id="q.label"]').inputValue()).toBe(label);
});
