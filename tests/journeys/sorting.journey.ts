import type { Page } from 'playwright-core';
import { seed } from '../../db/seed/index.ts';
import { textOfPdf } from '../surfaces/pdf.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* What reaches a small team besides applications: questions, advertisements, and the same group twice. */
const call = '/programmes/counted-in';
const desk = `/desk${call}`;

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
		`a visitor asks, staff answer once, and everybody reads it on the page and in the PDF, ${way}`,
		options,
		async (walk) => {
			const question = `Is there a crèche, ${way}?`;
			await asks(walk, question);
			await answers(walk, question);
			const { page, context, look } = walk;
			await page.goto(`${call}/questions`);
			await expectHeading(page, 'Questions and answers');
			expect(await page.getByRole('heading', { name: `${question} For two days.` }).count()).toBe(1);
			expect(await page.getByText('I am Nia').count()).toBe(0);
			await look('questions and answers');
			const pdf = await context.request.get(`${call}/call.pdf`);
			const text = (await textOfPdf(new Uint8Array(await pdf.body()))).replaceAll(/\s+/g, ' ');
			for (const said of ['Questions and answers', `${question} For two days.`, 'Yes, on both weekends.'])
				expect(text).toContain(said);
			expect(text).not.toContain('I am Nia');
		}
	);

for (const [way, options] of Object.entries(everyWay))
	journey(
		`staff mark two as spam and take it back, and read two as one and take it back, ${way}`,
		options,
		async (walk) => {
			await signInAsStaff(walk.context, walk.placard);
			await walk.page.goto(desk);
			await walk.look('a call that is open');
			await marksTwo(walk);
			await readsTwoAsOne(walk);
		}
	);

async function asks({ page, look }: Walk, question: string): Promise<void> {
	await page.goto(`${call}/questions`);
	await page.getByRole('link', { name: 'Ask a question' }).click();
	await page.getByLabel('E-mail address for the answer').fill('nobody');
	await page.getByRole('button', { name: 'Send the question' }).click();
	await expect.poll(() => page.getByText('needs an answer').count()).toBe(2);
	await look('asking, with a problem');
	await page.getByLabel('Your question').fill(`I am Nia. ${question}`);
	await page.getByLabel('E-mail address for the answer').fill('');
	await page.getByRole('button', { name: 'Send the question' }).click();
	await expect.poll(() => page.getByText('Your question has reached the host').count()).toBe(1);
	await look('asked');
}

/** In words by which nobody is recognised; what could give somebody away is pointed out first. */
async function answers({ page, context, placard, look }: Walk, question: string): Promise<void> {
	await signInAsStaff(context, placard);
	await page.goto(desk);
	await page.getByRole('link', { name: 'Questions from applicants' }).click();
	await look('questions that wait');
	const waiting = page.locator('article', { hasText: question });
	await waiting.getByRole('link', { name: 'Answer' }).click();
	await look('a question');
	await page.getByLabel('The question, as everybody reads it').fill(`${question} For two days.`);
	await page.getByLabel('The answer').first().fill('Yes. Write to nia@example.org.');
	await page.getByRole('button', { name: 'Publish for everybody' }).click();
	await expect.poll(() => page.getByText('Somebody may be recognised').count()).toBe(1);
	await look('a question, read again');
	await page.getByLabel('The answer').first().fill('Yes, on both weekends.');
	await page.getByRole('button', { name: 'Publish for everybody' }).click();
	await expect.poll(() => page.getByText('Everybody can read it now.').count()).toBe(1);
	expect(await page.locator('article', { hasText: question }).count()).toBe(0);
}

async function marksTwo({ page, look }: Walk): Promise<void> {
	await page.goto(`${desk}/expressions`);
	for (const at of [0, 1]) await page.getByRole('checkbox', { name: /^Tick/ }).nth(at).check();
	await page.getByLabel('What to do').selectOption('spam');
	await page.getByRole('button', { name: 'Do it' }).click();
	await expect.poll(() => page.getByText('2 applications were marked as spam').count()).toBe(1);
	await look('marked as spam');
	const done = page.url();
	await page.goto(`${desk}/spam`);
	await expect.poll(() => page.getByText('Marked in the list, together with others.').count()).toBe(2);
	await look('everything marked as spam');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await look('one that was marked as spam');
	await page.goto(done);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => page.getByText('Undone: 2 applications are as they were before').count()).toBe(1);
	await page.goto(`${desk}/spam`);
	await expect.poll(() => page.getByText('Marked in the list').count()).toBe(0);
	await look('nothing marked as spam');
}

async function readsTwoAsOne({ page, look }: Walk): Promise<void> {
	await page.goto(`${desk}/expressions`);
	const [one, two] = await firstTwo(page);
	await page.goto(`${desk}/duplicates/${one}/${two}`);
	await look('two beside each other');
	await page.getByRole('button', { name: 'Keep this decision' }).click();
	await expect.poll(() => page.getByRole('heading', { name: 'There is a problem' }).count()).toBe(1);
	await look('two beside each other, with a problem');
	await page.getByLabel(`${one} stands`).check();
	await page.getByRole('button', { name: 'Keep this decision' }).click();
	await expectHeading(page, 'Applications that look like one');
	await look('two that are read as one');
	await page.goto(`${desk}/duplicates/${one}/${two}`);
	await page.getByRole('button', { name: 'Undo this' }).click();
	await page.goto(`${desk}/expressions`);
	expect(await firstTwo(page)).toEqual([one, two]);
}

/** References of the two that stand first in the list. */
async function firstTwo(page: Page): Promise<string[]> {
	const ticks = page.getByRole('checkbox', { name: /^Tick/ });
	return Promise.all([0, 1].map(async (at) => (await ticks.nth(at).getAttribute('value'))!));
}
