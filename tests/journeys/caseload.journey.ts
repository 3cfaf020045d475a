import type { Page } from 'playwright-core';
import { seed } from '../../db/seed/index.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* A small team and the applications of the imaginary world: tags, who looks after which, many at once, and back. */
const list = '/desk/programmes/counted-in/expressions';

setOut({ SMTP_URL: '' }, async () => {
	await seed();
});

const everyWay = {
	'with script': {},
	'without script': ways['without script'],
	'on an old phone': ways['on an old phone, 320 px wide']
};

for (const [way, options] of Object.entries(everyWay))
	journey(
		`staff tag several, undo it, save what they look for and read what happened, ${way}`,
		options,
		async (walk) => {
			const { page, context, placard, look } = walk;
			const isPhone = way === 'on an old phone';
			const tag = `To ring ${way}`.slice(0, 40);
			await signInAsStaff(context, placard);
			await makesATag(page, tag, look);
			await tagsTwo(page, tag, look);
			if (way === 'with script') await takePicture(page, 'desk-tagged');
			await undoesIt(page, look);
			await givesAllToThemselves(page, look);
			await savesTheFilter(page, tag, isPhone, look);
			await page.goto('/desk/programmes/counted-in/activity');
			await expect.poll(() => page.getByText(/^Mair assigned/).count()).toBeGreaterThan(0);
			expect(await page.getByText(/^Mair put the tag/).count()).toBeGreaterThan(0);
			await look('activity');
			await takesThePack(walk);
			await page.goto(list);
			await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
			await look('one application with its case');
			await page.getByRole('link', { name: 'Everything that happened to it' }).click();
			await expect
				.poll(() => page.getByRole('heading', { level: 1 }).innerText())
				.toContain('What happened to');
			await look('activity of one application');
			await page.goto('/desk/summary');
			await look('summary');
			await page.getByRole('button', { name: 'Stop it now' }).click();
			await expect.poll(() => page.getByLabel('Never').isChecked()).toBe(true);
		}
	);

async function makesATag(page: Page, name: string, look: Walk['look']): Promise<void> {
	await page.goto(list);
	await page.getByRole('link', { name: 'Tags', exact: true }).click();
	await page.getByRole('button', { name: 'Make the tag' }).click();
	await expect.poll(() => page.getByText('“Name of the tag” needs an answer').count()).toBe(2);
	await look('tags, with a problem');
	await page.getByLabel('Name of the tag').fill(name);
	await page.getByLabel('Blue').check();
	await page.getByRole('button', { name: 'Make the tag' }).click();
	await expect.poll(() => page.getByText(name, { exact: true }).count()).toBe(1);
	await page.getByRole('link', { name: `Change “${name}”` }).click();
	await look('one tag');
	await page.getByRole('button', { name: 'Save the change' }).click();
	await look('tags');
}

async function tagsTwo(page: Page, tag: string, look: Walk['look']): Promise<void> {
	await page.goto(list);
	await page.getByRole('button', { name: 'Do it' }).click();
	await expect.poll(() => page.getByRole('heading', { name: 'There is a problem' }).count()).toBe(1);
	await look('list, with nothing chosen');
	for (const at of [0, 1]) await page.getByRole('checkbox', { name: /^Tick/ }).nth(at).check();
	await page.getByLabel('What to do').selectOption({ label: tag });
	await look('list, with some ticked');
	await page.getByRole('button', { name: 'Do it' }).click();
	await expect.poll(() => page.getByText(`The tag “${tag}” was put on 2 applications`).count()).toBe(1);
	await look('what was done');
}

async function undoesIt(page: Page, look: Walk['look']): Promise<void> {
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => page.getByText('Undone: 2 applications are as they were before').count()).toBe(1);
	await look('what was undone');
}

/** Everything that was on the page, as it was then. */
async function givesAllToThemselves(page: Page, look: Walk['look']): Promise<void> {
	await page.goto(list);
	await page.getByLabel('To which').selectOption({ label: 'All 6 that match' });
	const mine = page.locator('optgroup[label="Give to"] option', { hasText: 'Mair' }).last();
	await page.getByLabel('What to do').selectOption((await mine.getAttribute('value'))!);
	await page.getByRole('button', { name: 'Do it' }).click();
	await expect
		.poll(() => page.getByText(/applications? (was|were) given to Mair|Nothing changed/).count())
		.toBe(1);
	await page.getByRole('link', { name: 'Applications', exact: true }).click();
	await look('list, given to people');
}

async function savesTheFilter(page: Page, tag: string, isPhone: boolean, look: Walk['look']): Promise<void> {
	await page.goto(list);
	if (isPhone) await page.getByText('More filters').click();
	await page.getByLabel('How it reached us').selectOption('web');
	await page.getByRole('button', { name: 'Show these' }).click();
	const name = `Web, ${tag}`;
	await page.getByText('Save these filters').click();
	await page.getByLabel('Name of these filters').fill(name);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect.poll(() => page.getByRole('link', { name: `${name} (5)` }).count()).toBe(1);
	await look('list, with saved filters');
	await page.getByRole('link', { name: /^Change/ }).click();
	await look('a saved filter');
}

async function takesThePack({ page, context, look }: Walk): Promise<void> {
	await page.goto(list);
	await page.getByRole('button', { name: 'Make a pack to print (PDF)' }).click();
	await look('a pack that is being made');
	// Without a script the page is asked again by its link; with one it goes on by itself.
	const saved = page.getByRole('link', { name: /^Save the pack/ });
	await expect
		.poll(
			async () => {
				if (!(await saved.count())) await page.reload();
				return saved.count();
			},
			{ timeout: 60_000, interval: 2000 }
		)
		.toBe(1);
	await look('a pack that is ready');
	const pack = await context.request.get((await saved.getAttribute('href'))!);
	expect(pack.headers()['content-disposition']).toContain('attachment; filename="counted-in.pdf"');
	expect((await pack.body()).subarray(0, 5).toString()).toBe('%PDF-');
	await page.getByRole('button', { name: 'Delete it now' }).click();
}
