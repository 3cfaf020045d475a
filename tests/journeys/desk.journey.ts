import type { Page } from 'playwright-core';
import { saveAnswers, sendExpression, typeUpExpression } from '#areas/programmes/server';
import { newToken, verifierOf } from '#shared/tokens';
import { elders } from '../../db/seed/campaigns/others.ts';
import { seed } from '../../db/seed/index.ts';
import { inTime } from './bounds.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';
import type { RunningPlacard } from './server.ts';
import { signInAsStaff } from './staff.ts';

/* The staff desk of what was sent, in the imaginary world: six applications to a call that is open. */
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
		`staff go from the desk to one application, note something and take the list along, ${way}`,
		options,
		async (walk) => {
			const { page, context, placard, look } = walk;
			const isPhone = way === 'on an old phone';
			await signInAsStaff(context, placard);
			await page.goto('/desk');
			await page.getByRole('link', { name: '6 applications' }).click();
			await expect.poll(() => shown(page, '6 applications').count()).toBe(1);
			await look('list');
			if (way === 'with script') await takePicture(page, 'desk-applications');
			if (isPhone) await takePicture(page, 'desk-applications-phone');

			await narrowsDown(page, isPhone);
			await look('list, narrowed');
			await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
			await expect.poll(() => page.getByText(/^1 of 5$/).count()).toBe(2);
			await look('one application');
			if (way === 'with script') await takePicture(page, 'desk-application');

			await writesANote(page, look);
			await page.getByRole('link', { name: 'Next application' }).first().click();
			await expect.poll(() => page.getByText(/^2 of 5$/).count()).toBe(2);
			expect(page.url()).toContain('sort=name');
			await page.getByRole('link', { name: 'Previous application' }).first().click();
			await page.getByRole('link', { name: /^Applications to/ }).click();
			await expect.poll(() => page.getByText('1 note', { exact: true }).count()).toBe(1);
			await takesAlong(walk);
			await deletesTheNote(page);
		}
	);

/** On the screen: what is only printed says it once more. */
function shown(page: Page, text: string) {
	return page.getByText(text, { exact: true }).filter({ visible: true });
}

async function narrowsDown(page: Page, isPhone: boolean): Promise<void> {
	if (isPhone) await page.getByText('More filters').click();
	await page.getByLabel('Order').selectOption({ label: 'By name' });
	await page.getByLabel('Search').fill('zzz nobody');
	await page.getByRole('button', { name: 'Show these' }).click();
	await expect.poll(() => shown(page, '0 of 6 applications match').count()).toBe(1);
	expect(await page.getByLabel('Search').inputValue()).toBe('zzz nobody');
	await page.getByLabel('Search').fill('');
	await page.getByLabel('How it reached us').selectOption('web');
	await page.getByRole('button', { name: 'Show these' }).click();
	await expect.poll(() => shown(page, '5 of 6 applications').count()).toBe(1);
}

async function writesANote(page: Page, look: Walk['look']): Promise<void> {
	await page.getByRole('button', { name: 'Save the note' }).click();
	await expect.poll(() => page.getByText('“Your note” needs an answer').count()).toBe(2);
	await look('one application, with a problem');
	const long = 'A long note. '.repeat(800);
	await page.getByLabel('Your note').fill(long);
	await page.getByRole('button', { name: 'Save the note' }).click();
	await expect.poll(() => page.getByText(/longer than we can keep/).count()).toBe(2);
	expect(await page.getByLabel('Your note').inputValue()).toBe(long);
	await page.getByLabel('Your note').fill('Rang them.\nThey can come on Mondays.');
	await page.getByRole('button', { name: 'Save the note' }).click();
	await expect.poll(() => page.getByText('They can come on Mondays.').count()).toBe(1);
	await page.getByRole('link', { name: 'Change your note' }).click();
	await look('a note');
	await page.getByLabel('Your note').fill('Rang them twice.');
	await page.getByRole('button', { name: 'Save the change' }).click();
	await expect.poll(() => page.getByText('Rang them twice.').count()).toBe(1);
}

/** Files come with the page's own links, so that the filters go along. */
async function takesAlong({ page, context }: Walk): Promise<void> {
	const href = async (name: RegExp) => (await page.getByRole('link', { name }).getAttribute('href'))!;
	const csv = await context.request.get(await href(/CSV/));
	expect(csv.headers()['content-disposition']).toBe('attachment; filename="counted-in.csv"');
	const text = await csv.text();
	expect(text.split('\r\n').filter((line) => /^[2-9B-Z]{3}-[2-9B-Z]{3},/.test(line))).toHaveLength(5);
	const json = (await (await context.request.get(await href(/JSON/))).json()) as { expressions: unknown[] };
	expect(json.expressions).toHaveLength(5);
}

async function deletesTheNote(page: Page): Promise<void> {
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Change your note' }).click();
	await page.getByRole('button', { name: 'Delete the note' }).click();
	await expect.poll(() => page.getByText(/^Mair deleted a note here/).count()).toBeGreaterThan(0);
	expect(await page.getByText('Rang them twice.').count()).toBe(0);
}

journey(
	'who arranges access reads it, and is told what for',
	{},
	async ({ page, context, placard, look }) => {
		await signsIn(context, placard, 'Maggie Thwaite');
		await page.goto(`${list}?sort=name`);
		await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
		await expect
			.poll(() => page.getByText('You see access needs because you arrange access').count())
			.toBe(1);
		await look('one application, with access needs');
	}
);

journey(
	'a call nobody applied to yet says so, and what will be there',
	{},
	async ({ page, context, placard, look }) => {
		await signInAsStaff(context, placard);
		await page.goto('/desk/programmes/a-chair-at-the-table/expressions');
		await expect.poll(() => page.getByText('This call is not published yet').count()).toBe(1);
		await look('list before anything');
	}
);

/** Somebody of the imaginary world, signed in here. */
async function signsIn(context: Walk['context'], placard: RunningPlacard, name: string): Promise<void> {
	const token = newToken();
	await placard.do(async ({ db }) => {
		const now = new Date();
		await db`
			insert into identity.session (person, verifier, assurance, browser, system, began_at, seen_at, ends_at)
			select id, ${verifierOf(token)}, 2, 'Chromium', 'Linux', ${now}, ${now}, ${new Date(now.getTime() + 3_600_000)}
			from identity.person where name = ${name}`;
	});
	await context.addCookies([{ name: 'placard_session', value: token, url: placard.address }]);
}

journey(
	'with a keyboard alone staff search, open one and note something',
	ways['with a keyboard alone'],
	async ({ page, context, placard, look }) => {
		await signInAsStaff(context, placard);
		await page.goto(list);
		await tabTo(page, 'q');
		await page.keyboard.type('GOFALWYR');
		await page.keyboard.press('Enter');
		await expect.poll(() => shown(page, '1 of 6 applications').count()).toBe(1);
		await look('list, searched');
		await tabTo(page, 'Llais y Gofalwyr');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Llais y Gofalwyr');
		await look('one application');
		await tabTo(page, 'note');
		await page.keyboard.type('By keyboard.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.getByText('By keyboard.').count()).toBe(1);
	}
);

/** Presses Tab until a field of that name, or what says these words, has the focus. */
async function tabTo(page: Page, what: string): Promise<void> {
	const here = () =>
		page.evaluate(() => {
			const at = document.activeElement;
			return [at?.getAttribute('name'), at?.textContent?.trim()];
		});
	for (let presses = 0; presses < 80; presses += 1) {
		if ((await here()).includes(what)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${what}`);
}

/** Somebody rings, and it is written down for them: each time it is looked at, another. */
async function ringsUp({ placard }: Walk): Promise<string> {
	return placard.do(async (world) => {
		const now = new Date();
		const [person] = await world.db<{ id: string }[]>`
			select id from identity.person where name = 'Maggie Thwaite'`;
		const maggie = { kind: 'person', id: person!.id, assurance: 2, roles: ['lead'] } as const;
		const as = world.as(maggie, now);
		const received = { ...dayBefore(now), time: '14:00' };
		const { reference } = await typeUpExpression.within(as, {
			slug: 'counted-in',
			met: ['yes', 'yes', 'yes'],
			from: 'telephone',
			received
		});
		for (const [page, fields] of Object.entries(elders.answers))
			await saveAnswers.within(as, { reference, page, fields });
		await sendExpression.within(as, { reference, copy: 'yes' });
		return reference;
	});
}

function dayBefore(now: Date) {
	const [year, month, day] = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10).split('-');
	return { day: day!, month: month!, year: year! };
}

/* The last of all, since the lists above count six. */
journey(
	'a note for what was withdrawn while it was written comes back to whoever wrote it',
	{},
	async (walk) => {
		const { page, context, placard, look } = walk;
		const reference = await ringsUp(walk);
		await signInAsStaff(context, placard);
		await page.goto(`${list}/${reference}`);
		await page.getByLabel('Your note').fill('They asked for Mondays.\nRing before ten.');
		await withdrawsElsewhere(walk);
		await page.getByRole('button', { name: 'Save the note' }).click();
		await expect.poll(() => page.getByText('What you wrote is not lost').count()).toBe(1);
		const words = await page.getByLabel('What you wrote (1)').inputValue();
		expect(words.replaceAll('\r', '')).toBe('They asked for Mondays.\nRing before ten.');
		await look('a note for what is not there any more');
	}
);

/** On a second page, which closes only after it has its answer: closed before, a browser may hang. */
async function withdrawsElsewhere({ page, context }: Walk): Promise<void> {
	const other = await inTime('a second page', context.newPage());
	await other.goto(page.url());
	await other.getByRole('link', { name: 'Withdraw as they asked' }).click();
	await other.getByLabel('The applicant asked me to withdraw it').check();
	await other.getByRole('button', { name: 'Withdraw this application' }).click();
	await other.waitForURL(`**${list}`);
	await inTime('closing the second page', other.close());
}
