import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '#shared/actor';
import { findExpression } from '../../src/areas/programmes/server/expression.sql.ts';
import { openDevice } from '../../src/areas/programmes/server/ways-in.ts';
import { expect, expectHeading, journey, setOut, ways } from './journey.ts';
import { paperWorld, parts } from './paper-world.ts';
import type { RunningPlacard } from './server.ts';
import { signInAsStaff } from './staff.ts';

// The hourly deletion would take away what the dry run shows.
setOut({ PLACARD_JOBS: 'off' }, paperWorld);

const spring = '/desk/programmes/spring';
const paper = {
	'What is your group or campaign called?': 'Damp Watch',
	'Who is the community?': 'Renters on the Marsh estate.',
	'What do you want to change?': `Repairs within a month. ${'And so on. '.repeat(120)}`,
	'Your name': 'Asha Rahman',
	'Telephone number': '07700 900461'
};

for (const way of ['with script', 'without script', 'on an old phone, 320 px wide'] as const)
	journey(`staff type up a paper as themselves, ${way}`, ways[way], async (walk) => {
		const { page, context, placard, look } = walk;
		await signInAsStaff(context, placard);
		await page.goto(spring);
		await page.getByRole('link', { name: 'Typing up', exact: true }).click();
		await expectHeading(page, 'Typing up');
		await look('what is being typed up');
		await page.getByRole('link', { name: 'Type up an application' }).click();
		await expectHeading(page, 'Type up an application');
		await look('the beginning');
		await page.getByRole('button', { name: 'Start typing' }).click();
		expect(await page.title()).toMatch(/^Error: /);
		await look('the beginning, with what is missing');
		await begin(page);
		const reference = await page.locator('main strong').first().innerText();
		await look('one application');
		await page.getByRole('link', { name: 'Type all of it on one page' }).click();
		await expectHeading(page, 'Type all of it on one page');
		await look('the whole form');
		for (const [label, text] of Object.entries(paper)) await field(page, label).fill(text);
		await field(page, 'Email address').fill('asha at home');
		await page
			.getByLabel('Scan or photograph of the paper')
			.setInputFiles({ name: 'paper.txt', mimeType: 'text/plain', buffer: Buffer.from('On paper') });
		await page.getByRole('button', { name: 'Save and check' }).click();
		expect(await page.title()).toMatch(/^Error: /);
		expect(await field(page, 'Who is the community?').inputValue()).toBe(paper['Who is the community?']);
		await look('the whole form, with something wrong');
		await field(page, 'Email address').fill('');
		await page.getByRole('button', { name: 'Save and check' }).click();
		await expectHeading(page, 'Check and send');
		expect(await page.getByText('answers are missing').count()).toBe(1);
		await look('check and send');
		await page.getByRole('button', { name: 'Send application' }).click();
		await expectHeading(page, 'Typed up and sent');
		expect(await page.locator('.reference').innerText()).toBe(reference);
		await look('typed up and sent');
		await page.getByRole('link', { name: 'Receipt to print' }).click();
		await expectHeading(page, 'We have received your application');
		expect(await page.getByText('Asha Rahman').count()).toBe(1);
		await look('the receipt');
		await theApplicantReads(walk, reference);
	});

journey('what is typed is saved by itself, and one question at a time works too', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await signInAsStaff(context, placard);
	await page.goto(`${spring}/expressions/new`);
	await begin(page);
	const home = page.url();
	await page.getByRole('link', { name: 'Type all of it on one page' }).click();
	await field(page, 'Who is the community?').fill('Kept without a press.');
	await expect
		.poll(() => page.locator('[data-save-status]').innerText(), { timeout: 20_000 })
		.toMatch(/^Saved/);
	await page.goto(home);
	await page.getByRole('link', { name: 'Your community' }).click();
	await look('one question');
	await field(page, 'What is your group or campaign called?').fill('Damp Watch');
	await page.getByRole('button', { name: 'Save and continue' }).click();
	expect(await field(page, 'Who is the community?').inputValue()).toBe('Kept without a press.');
	await page.getByRole('button', { name: 'Save and go to the list' }).click();
	await expectHeading(page, /^Application /);
});

journey('a colleague goes on where somebody left off, and takes it back when asked', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await signInAsStaff(context, placard);
	await page.goto(`${spring}/expressions/new`);
	await begin(page);
	const home = page.url();
	const reference = home.split('/').at(-1)!;
	await context.clearCookies();
	await signInAsStaff(context, placard);
	expect((await page.goto(home))!.status()).toBe(404);
	await page.goto(`${spring}/typing`);
	await look('what others are typing up');
	await page.getByRole('button', { name: `Take over ${reference}` }).click();
	await expectHeading(page, `Application ${reference}`);
	expect(await page.getByText('Typed up by Mair and Mair').count()).toBe(1);
	await page.goto(`${home}/answer/group`);
	await field(page, 'What is your group or campaign called?').fill('Damp Watch');
	await page.getByRole('button', { name: 'Save and go to the list' }).click();
	await expectHeading(page, `Application ${reference}`);
	await page.goto(`${home}/check`);
	await page.getByRole('button', { name: 'Send application' }).click();
	await expectHeading(page, 'Typed up and sent');
	await page.goto(`${spring}/expressions/${reference}`);
	await page.getByRole('link', { name: 'Withdraw as they asked' }).click();
	await look('taking it back');
	await page.getByLabel('The applicant asked me to withdraw it').check();
	await page.getByRole('button', { name: 'Withdraw this application' }).click();
	expect((await page.goto(`${spring}/expressions/${reference}`))!.status()).toBe(404);
});

for (const way of ['with script', 'without script', 'on an old phone, 320 px wide'] as const)
	journey(`more time, who arranges access, counts and endings, ${way}`, ways[way], async (walk) => {
		const { page, context, look } = walk;
		await asRole(walk, 'administrator');
		const reference = await aDraft(walk);
		await page.goto(`${spring}/expressions/${reference}/extend`);
		await look('more time');
		await page.getByRole('button', { name: 'Give more time' }).click();
		expect(await page.title()).toMatch(/^Error: /);
		await look('more time, with what is missing');
		await date(page, 'Until when?', parts(30));
		await page.getByLabel('Why?').fill('Their house flooded.');
		await page.getByRole('button', { name: 'Give more time' }).click();
		expect(await page.getByText('More time was given').count()).toBe(1);
		await look('more time was given');

		await page.goto(`${spring}/arrangers`);
		await look('who arranges access, nobody yet');
		await page.getByLabel('Who?').selectOption({ label: 'Bo' });
		await page.getByLabel('How are they named to applicants?').fill('Bo, who books rooms');
		await page.getByRole('button', { name: 'Name this person' }).click();
		expect(await page.getByRole('row', { name: /^Bo, who books rooms/ }).count()).toBe(1);
		await look('who arranges access');
		await page.getByRole('button', { name: 'Remove Bo' }).click();
		expect(await page.getByText('Nobody is named yet').count()).toBe(1);

		await page.goto(`${spring}/equality`);
		expect(await page.getByText(/^The counts open at /).count()).toBe(1);
		await look('the counts before');
		await page.goto('/desk/programmes/autumn/equality');
		expect(await page.getByRole('row', { name: /25 to 39/ }).innerText()).toMatch(/\b10\b/);
		expect(await page.getByRole('row', { name: /60 or over/ }).innerText()).toContain('Fewer than 5');
		await look('the counts');

		await page.goto('/desk/programmes/autumn/endings');
		expect(await page.getByText('1 sent application', { exact: true }).count()).toBe(1);
		await look('what is deleted');
		await context.clearCookies();
		await asRole(walk, 'lead');
		await page.goto('/desk/programmes/autumn/arrangers');
		expect(await page.getByRole('button', { name: /Remove/ }).count()).toBe(0);
		await look('who arranges access, for a lead');
	});

type Walk = {
	page: Page;
	context: BrowserContext;
	placard: RunningPlacard;
	look: (at: string) => Promise<void>;
};

/** From the page that begins to that of the one application. */
async function begin(page: Page): Promise<void> {
	await page.getByLabel('On paper').check();
	await date(page, 'When did it reach you?', parts(-3));
	await page.getByLabel('Not said').check();
	await page.getByRole('button', { name: 'Start typing' }).click();
	await expectHeading(page, /^Application /);
}

/** Whoever sent it on paper is told on their own page who typed it up, and when. */
async function theApplicantReads({ page, context, placard, look }: Walk, reference: string): Promise<void> {
	const token = await placard.do(async (world) => {
		const house = world.as({ kind: 'house' }, new Date());
		const { id } = (await findExpression(world.db, house.actor, reference))!;
		return openDevice(house, { expression: id, co: null });
	});
	await context.addCookies([{ name: 'placard_application', value: token, url: placard.address }]);
	await page.goto(`/application/${reference}/sent`);
	expect(await page.getByText('You sent this on paper, and Mair typed it up for you.').count()).toBe(1);
	await look('the applicant reads who typed it up');
}

/** A reference that an applicant reads out on the telephone. */
async function aDraft({ placard }: Walk): Promise<string> {
	return placard.do(async (world) => {
		const { begun } = await import('../expression-world.ts');
		return (await begun(world, { slug: 'spring', now: new Date(), met: ['yes'] })).reference;
	});
}

async function asRole({ context, placard }: Walk, role: Role): Promise<void> {
	await signInAsStaff(context, placard, { role });
}

async function date(page: Page, label: string, boxes: Record<string, string>): Promise<void> {
	const group = page.getByRole('group', { name: label });
	for (const [box, value] of Object.entries(boxes)) await group.getByLabel(box).fill(value);
}

function field(page: Page, label: string) {
	return page.getByLabel(label).first();
}
