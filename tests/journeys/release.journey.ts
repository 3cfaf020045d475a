import type { Page } from 'playwright-core';
import { proposeDecisions, releaseDecisions } from '#areas/programmes/server';
import { cookies } from '#shared/cookies';
import { aCall, lead } from '../call-world.ts';
import { sentBy, type Held } from '../expression-world.ts';
import { expect, journey, setOut, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* From decisions that nobody sees to an accepted place: staff release, applicants answer, a reserve moves up. */
const day = 86_400_000;
const names = ['Damp Watch', 'Counted In', 'Ward 12 Together', 'Night Shift'] as const;
const runs = ['spring', 'autumn', 'winter'] as const;
const held = new Map<string, Held>();

setOut({ SMTP_URL: '' }, (placard) =>
	placard.do(async (world) => {
		const local = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 16);
		const decisionsBy = local(3).slice(0, 10);
		for (const slug of runs) {
			const content = { name: `${slug} programme`, contact: { name: 'Mair', email: 'mair@example.org' } };
			await aCall(world, { slug, opens: local(-60), closes: local(-10), decisionsBy, content });
			const sentAt = new Date(Date.now() - 20 * day);
			for (const name of names) held.set(`${slug} ${name}`, await sentBy(world, name, {}, sentAt, slug));
		}
		const reference = (name: string) => held.get(`winter ${name}`)!.reference;
		const staff = world.as(lead, new Date());
		await proposeDecisions.within(staff, {
			slug: 'winter',
			offers: [reference('Damp Watch')],
			reserves: [reference('Counted In')]
		});
		const until = { ...parts(5), time: '12:00' };
		await releaseDecisions.within(staff, {
			slug: 'winter',
			number: 0,
			until,
			days: '7',
			reasons: '',
			sure: 'yes'
		});
	})
);

function parts(days: number) {
	const at = new Date(Date.now() + days * day);
	return {
		day: String(at.getUTCDate()),
		month: String(at.getUTCMonth() + 1),
		year: String(at.getUTCFullYear())
	};
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function applicant({ context, placard }: Walk, run: string, name: string): Promise<string> {
	const { reference, token } = held.get(`${run} ${name}`)!;
	await context.clearCookies();
	await context.addCookies([{ name: cookies.application.name, value: token, url: placard.address }]);
	return `/application/${reference}/decision`;
}

const all = { spring: ways['with script'], autumn: ways['without script'] };
for (const [run, options] of Object.entries(all))
	journey(`staff decide, write, and release to everybody at once, in ${run}`, options, async (walk) => {
		const { page, context, placard, look } = walk;
		await signInAsStaff(context, placard);
		const desk = `/desk/programmes/${run}`;
		await page.goto(`${desk}/decisions`);
		await look('decisions');
		await page.getByRole('link', { name: 'Damp Watch' }).click();
		await page.getByLabel('Offer a place').check();
		await page.getByLabel(/^Feedback/).fill('Bring the caretakers in.');
		await press(page, 'Save the decision');
		await expect.poll(() => page.getByText('Dear Damp Watch').count()).toBe(1);
		await look('one decision, with its letter');
		await page.goto(`${desk}/expressions/${held.get(`${run} Counted In`)!.reference}/decision`);
		await page.getByLabel('Reserve', { exact: true }).check();
		await press(page, 'Save the decision');
		await page.goto(`${desk}/decisions/release`);
		await expect.poll(() => page.getByText(/, no decision$/).count()).toBe(2);
		await look('a release with something missing');
		await page.goto(`${desk}/decisions`);
		await page.getByText('Everybody without a decision').click();
		await press(page, 'Set them all to “not this time”');
		await page.goto(`${desk}/decisions/letters?kind=not`);
		await page.getByLabel('In English').fill('Dear {groop}');
		await press(page, 'Save');
		await expect.poll(() => page.title()).toMatch(/^Error/);
		await look('the words of letters, with a problem');
		await page.getByLabel('In English').fill('Dear {group}, not now.');
		await press(page, 'Save');
		await page.goto(`${desk}/decisions/release`);
		await press(page, 'Release and send all letters');
		await expect.poll(() => page.title()).toMatch(/^Error/);
		await look('a release that is not sure');
		for (const [name, value] of Object.entries({ ...parts(5), time: '12:00' }))
			await page.locator(`#until-${name}`).fill(value);
		await page.getByLabel('I know that everybody learns now').check();
		await press(page, 'Release and send all letters');
		await expect.poll(() => page.getByText('Waits for an answer').count()).toBe(1);
		await look('decisions that were released');

		const home = await applicant(walk, run, 'Damp Watch');
		await page.goto(home.replace('/decision', ''));
		await look('an application that was decided');
		await page.getByRole('link', { name: 'Read the decision and answer' }).click();
		await expect.poll(() => page.getByText('Bring the caretakers in.').count()).toBe(1);
		await look('an offer');
		await press(page, 'Decline the place');
		await expect.poll(() => page.title()).toMatch(/^Error/);
		await page.getByLabel('We do not take the place').check();
		await press(page, 'Decline the place');
		await expect.poll(() => page.getByText('you do not take the place').count()).toBe(1);
		await look('an offer that was declined');

		await page.goto(await applicant(walk, run, 'Counted In'));
		await look('a reserve who moved up');
		await press(page, 'Accept the place');
		await expect.poll(() => page.getByText('You accepted the place').count()).toBe(1);
		await page.getByText('Add our line').first().click();
		await page.getByLabel('Which comes nearest to your community?').selectOption('renters');
		await page.getByLabel('This line may stand on the public page').check();
		await press(page, 'Add our line');
		await look('an accepted place, with a line in the landscape');
		await page.goto('/landscape');
		await expect.poll(() => page.getByText('Renters and tenants').count()).toBeGreaterThan(0);
		await look('the landscape');
		await page.goto(await applicant(walk, run, 'Counted In'));
		await press(page, 'Take our line back');
		await page.goto(await applicant(walk, run, 'Night Shift'));
		await expect.poll(() => page.getByText('not this time').count()).toBe(0);
		await look('not this time');
	});

for (const [language, words] of Object.entries({ ar: 'نعرض عليكم مكانًا', cy: 'Rydym yn cynnig lle' }))
	journey(
		`an offer is read on an old phone, in ${language}`,
		ways['on an old phone, 320 px wide'],
		async (walk) => {
			const address = await applicant(walk, 'winter', 'Damp Watch');
			await walk.page.goto(`/${language}${address}`);
			await expect.poll(() => walk.page.getByText(words).count()).toBeGreaterThan(0);
			await walk.look('an offer');
			await walk.page.goto(`/${language}/landscape`);
			await walk.look('the landscape');
			await walk.page.goto(`/${language}${await applicant(walk, 'winter', 'Counted In')}`);
			await walk.look('a reserve');
		}
	);
