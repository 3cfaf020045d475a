import type { Page } from 'playwright-core';
import { aCall } from '../call-world.ts';
import { expect, expectHeading, journey, setOut, takePicture, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* A lead builds a form from the one that every call begins with, and publishes it. */
setOut({ SMTP_URL: '' }, async (placard) => {
	for (const slug of ['with-script', 'without-script', 'on-a-phone'])
		await placard.do((world) => aCall(world, { slug, closes: '2099-03-11T12:00' }));
});

const everyWay = {
	'with-script': {},
	'without-script': ways['without script'],
	'on-a-phone': ways['on an old phone, 320 px wide']
};

for (const [slug, options] of Object.entries(everyWay))
	journey(`a lead adds a ranking, translates a question and publishes, ${slug}`, options, async (walk) => {
		const { page, context, placard, look } = walk;
		await signInAsStaff(context, placard);
		await page.goto(`/desk/programmes/${slug}`);
		await page.getByRole('link', { name: 'Application form' }).click();
		await expectHeading(page, 'Application form');
		await look('the form');
		if (slug === 'with-script') await takePicture(page, 'builder');
		await addsARanking(walk);
		if (slug === 'with-script') await takePicture(page, 'builder-question');
		await translates(walk, slug);
		await movesDeletesAndPutsBack(page, slug);
		await looksAround(walk, slug);
		await publishes(walk);
	});

async function addsARanking({ page, look }: Walk): Promise<void> {
	await page.getByRole('link', { name: 'Add a question Your campaign so far' }).click();
	await expectHeading(page, 'Add a question');
	await look('add');
	await page.getByText('Help and money: 2 questions').click();
	await page.getByRole('button', { name: /^Add Which kinds of help/ }).click();
	await expectHeading(page, 'Which kinds of help matter most to you?');
	await look('a question');
	await page.getByLabel('Condition 1').selectOption({ value: 'any-of:stage:won-some' });
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expectHeading(page, 'Application form');
	const asked = page.getByText(
		'Asked if: “How far has the campaign got?” is “We have won something and want more”'
	);
	await expect.poll(() => asked.count()).toBe(1);
}

async function translates({ page, look }: Walk, slug: string): Promise<void> {
	await page.goto(`/desk/programmes/${slug}/form/languages`);
	await page.getByLabel('Cymraeg').check();
	await page.getByRole('button', { name: 'Save' }).first().click();
	await expect.poll(() => page.getByRole('heading', { name: 'Titles' }).count()).toBe(1);
	await look('languages');
	await page.goto(`/desk/programmes/${slug}/form/question/group/languages`);
	await look('one question in its languages');
	await page.locator('[id="t.label.cy"]').fill('Beth yw enw eich grŵp?');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect.poll(() => page.url()).toMatch(/question\/group$/);
}

async function movesDeletesAndPutsBack(page: Page, slug: string): Promise<void> {
	await page.goto(`/desk/programmes/${slug}/form`);
	await page.getByRole('button', { name: 'Move up: Who is the community?' }).click();
	const labels = () => page.locator('.build-label').allInnerTexts();
	await expect.poll(async () => (await labels())[0]).toBe('Who is the community?');
	await page.getByRole('link', { name: 'How did you hear about this programme?' }).click();
	await page.getByRole('button', { name: 'Delete this question' }).click();
	await expect
		.poll(() => page.getByText('“How did you hear about this programme?” is deleted.').count())
		.toBe(2);
	await page
		.getByRole('button', { name: /^Put it back/ })
		.first()
		.click();
	await expect.poll(labels).toContain('How did you hear about this programme?');
}

async function looksAround({ page, look }: Walk, slug: string): Promise<void> {
	const base = `/desk/programmes/${slug}/form`;
	for (const room of ['from', 'section/people', 'page/where', 'preview/group', 'preview/group?theme=dark']) {
		await page.goto(`${base}/${room}`);
		await look(room);
	}
	await page.goto(`${base}/preview/group`);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect.poll(() => page.getByText(/needs an answer|Enter/).count()).toBeGreaterThan(0);
	await look('the preview, with a problem');
	await page.getByLabel('What is your group or campaign called?').fill('The Weighbridge');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect.poll(() => page.url()).not.toContain('preview/group');
}

async function publishes({ page, look }: Walk): Promise<void> {
	const slug = new URL(page.url()).pathname.split('/')[3]!;
	await page.goto(`/desk/programmes/${slug}/form/publish`);
	await look('publish');
	await page.getByRole('button', { name: 'Publish the form' }).click();
	await expectHeading(page, 'Versions');
	await expect
		.poll(() => page.getByText('“Which kinds of help matter most to you?” is a new question.').count())
		.toBe(1);
	await look('versions');
}
