import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { beginPhase, saveReview } from '#areas/programmes/server';
import { aCall, lead } from '../call-world.ts';
import { sentBy, type Held } from '../expression-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { eligible, into, own, seated, type Seated } from '../panel-world.ts';
import type { World } from '../small-world.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { beginSession, giveSession, signInAsStaff } from './staff.ts';

/*
 * A panel of six chooses five of 42 and everybody is told: one of them must not read one application, and the chair is
 * kept out of choosing, so that her deputy acts. Reviewers read by keyboard, without script, on a phone.
 */
const slug = 'spring';
const criteria = [
	{ name: 'The change', about: 'Is it clear what is to change?', weight: '2', anchors: '1: nobody could say\n10: a child could say' },
	{ name: 'The community', about: 'Do they lead it?', weight: '1' }
]; // prettier-ignore
const content = {
	places: { min: '5', max: '5' },
	selection: { criteria },
	terms: { readers: '2', quorum: '2', reserves: '2', chair: ['breaks-ties', 'ends-phases', 'releases'] }
};
const kinds = ['access', 'definition', 'protection', 'governance', 'counterdata'];
const regions = ['yorkshire', 'wales', 'scotland', 'london'];

const box = await openLetterBox();
afterAll(() => box.close());
const sent: Held[] = [];
let panel: Record<'chair' | 'deputy' | 'kept' | 'keyboard' | 'plain' | 'phone', Seated>;

setOut({ SMTP_URL: box.url }, async (placard) => {
	await placard.do(async (world) => {
		await aCall(world, { slug, content });
		for (let number = 0; number < 42; number++)
			sent.push(await sentBy(world, `Group ${number} of 42`, answersOf(number)));
		await world.runJobs();
	});
	await placard.do(async (world) => {
		panel = {
			chair: await seated(world, 'Chiara', { part: 'chair', ties: ['Group 7 of 42'] }),
			deputy: await seated(world, 'Dewi', { part: 'deputy' }),
			kept: await seated(world, 'Kofi', { ties: ['Group 3 of 42'] }),
			keyboard: await seated(world, 'Bethan'),
			plain: await seated(world, 'Nia'),
			phone: await seated(world, 'Ffion')
		};
		for (const held of sent) await eligible(world, held);
		await into(world, 'review');
	});
});

function answersOf(number: number) {
	return {
		kind: { kind: kinds[number % kinds.length] },
		where: { region: regions[number % regions.length], place: `Street ${number}` },
		contact: { 'contact-name': `Person ${number}`, email: `group-${number}@example.org`, telephone: '' }
	};
}

async function as({ context, placard }: Walk, { actor }: Seated): Promise<void> {
	await giveSession(context, placard, await placard.do((world) => beginSession(world, actor.id, 1)));
}

journey('staff share 42 applications out among six', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await signInAsStaff(context, placard);
	await page.goto(`/desk/programmes/${slug}/panel`);
	await look('the panel of a call, for staff');
	await expect.poll(() => page.getByText('Group 3 of 42').count()).toBeGreaterThan(0);
	await page.goto(`/desk/programmes/${slug}/reading`);
	await page.getByRole('button', { name: 'Share the applications out' }).click();
	await expect.poll(() => page.getByText('Last shared out').count()).toBe(1);
	await look('how the reading goes');
	const given = await placard.do(async (world) => Promise.all(Object.values(panel).map(async (one) => (await own(world, one)).readings.length)));
	expect(given.reduce((sum, count) => sum + count, 0)).toBe(84);
	expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
}); // prettier-ignore

const readers: Record<string, { who: 'keyboard' | 'plain' | 'phone'; options: BrowserContextOptions }> = {
	'by keyboard': { who: 'keyboard', options: ways['with a keyboard alone'] },
	'without script': { who: 'plain', options: ways['without script'] },
	'on an old phone': { who: 'phone', options: ways['on an old phone, 320 px wide'] }
};

for (const [way, { who, options }] of Object.entries(readers))
	journey(`a panellist reads, scores with reasons and goes on to the next, ${way}`, options, async (walk) => {
		const { page, look } = walk;
		await as(walk, panel[who]);
		await page.goto(`/panel/${slug}`);
		await look('the room of a panellist');
		await page.goto(`/panel/${slug}/reviews`);
		await look('what a panellist has to read');
		expect(await page.getByText('of 42').count()).toBe(0);
		await follow(walk, 'Read the next one', who);
		await expectHeading(page, /^Review of /);
		const first = await page.getByRole('heading', { level: 1 }).innerText();
		expect(await page.getByText('Person').count()).toBe(0);
		await look('a review to be written');
		await fill(page, 'The change: why', 'Repairs within a month.', who);
		await press(page, 'Hand in and read the next', who);
		await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
		expect(await page.getByLabel('The change: why').inputValue()).toBe('Repairs within a month.');
		await look('a review without its scores');
		await choose(page, 'score-the-change', '8', who);
		await choose(page, 'score-the-community', '6', who);
		await fill(page, 'The community: why', 'Renters lead it.', who);
		await press(page, 'Hand in and read the next', who);
		await expect.poll(async () => (await page.getByRole('heading', { level: 1 }).innerText()) !== first).toBe(true);
		await expectHeading(page, /^Review of /);
	}); // prettier-ignore

journey('who is kept from one application finds it nowhere', {}, async (walk) => {
	const { page } = walk;
	await as(walk, panel.kept);
	const hidden = sent[3]!.reference;
	for (const path of [`/panel/${slug}`, `/panel/${slug}/reviews`]) {
		await page.goto(path);
		expect(await page.content()).not.toContain(hidden);
	}
	for (const path of [`/panel/${slug}/review/${hidden}`, `/panel/${slug}/read/${hidden}`])
		expect((await page.goto(path))!.status()).toBe(404);
});

/** Everybody gives what they were given a score, the better the later it was sent; then the panel discusses and chooses. */
async function everybodyReads(world: World): Promise<void> {
	const now = new Date();
	const order = new Map(sent.map(({ reference }, index) => [reference, index]));
	for (const one of Object.values(panel))
		for (const { reference, state } of (await own(world, one, now)).readings) {
			if (state === 'in') continue;
			const score = String(1 + Math.round(((order.get(reference) ?? 0) / 41) * 8));
			const marks = Object.fromEntries(
				['the-change', 'the-community'].map((key) => [key, { score, why: 'As they say it.' }])
			);
			const edition = state === 'to-read' ? 0 : 1;
			await saveReview.within(world.as(one.actor, now), { slug, reference, edition, marks, then: 'in' });
		}
	for (const phase of ['discussion', 'selection'] as const)
		await beginPhase.within(world.as(lead, new Date()), { slug, phase });
}

journey('the deputy chooses in place of the chair, staff decide and release, and 42 are told at once', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await placard.do(everybodyReads);
	await as(walk, panel.chair);
	expect((await page.goto(`/panel/${slug}/board`))!.status()).toBe(404);
	await as(walk, panel.deputy);
	await page.goto(`/panel/${slug}/board`);
	await look('a board on which nothing has been worked out');
	await page.getByRole('button', { name: 'Work out the best group' }).click();
	await expect.poll(async () => {
		await page.goto(`/panel/${slug}/board`);
		return page.getByText('No other group that keeps the rules is worth more.').count();
	}, { timeout: 120_000, interval: 1_000 }).toBeGreaterThan(0);
	await look('the best group, and why');
	const names = await page.getByRole('table').first().innerText();
	expect(names).not.toContain('Group 7 of 42 ');
	for (const seat of [panel.plain, panel.deputy]) {
		await as(walk, seat);
		await page.goto(`/panel/${slug}/board`);
		await page.getByRole('button', { name: 'This is the group' }).click();
	}
	await page.getByLabel('Why this group?').fill('They differ, and can teach each other.');
	await page.getByRole('button', { name: 'Take this group' }).click();
	await expect.poll(() => page.getByText('They differ, and can teach each other.').count()).toBeGreaterThan(0);
	await look('a group that was taken');
	await context.clearCookies();
	await signInAsStaff(context, placard);
	await releases(walk);
	await everybodyLearned();
	await page.goto(`/desk/programmes/${slug}/record`);
	await look('the record of how it was decided');
	const record = await (await context.request.get(`/desk/programmes/${slug}/record.csv`)).text();
	for (const line of ['took a set as the one that is proposed', 'decided as the panel chose', 'released everything at once'])
		expect(record).toContain(line);
}); // prettier-ignore

async function releases({ page, look }: Walk): Promise<void> {
	await page.goto(`/desk/programmes/${slug}/decisions`);
	await look('decisions before anything is decided');
	await page.getByRole('button', { name: 'Decide as the panel chose' }).click();
	await expect.poll(() => page.getByText('Every application has its decision.').count()).toBe(1);
	expect(news()).toEqual([]);
	await look('decisions that are pending');
	await page.getByRole('link', { name: 'Go to the release' }).click();
	for (const [part, value] of Object.entries({ day: '15', month: '1', year: '2099', time: '12:00' }))
		await page.locator(`#until-${part}`).fill(value);
	await page.getByLabel('Everybody learns now').check();
	await look('before it is released');
	await page.getByRole('button', { name: 'Release and send all letters' }).click();
	await expect.poll(() => page.getByText('Answers are due by').count()).toBe(1);
	await look('decisions that were released');
}

const told = [
	'offer you a place in',
	'keep you on the reserve list',
	'We cannot offer you a place this time'
];
const wordsOf = ({ text }: { text: string }) => text.replace(/\s+/g, ' ');
const news = () => box.letters.filter((letter) => told.some((words) => wordsOf(letter).includes(words)));

/** A letter each: a place for five, the reserve list for two, and not this time for the others. */
async function everybodyLearned(): Promise<void> {
	await expect.poll(() => news().length, { timeout: 120_000, interval: 500 }).toBe(42);
	const saying = (words: string) => news().filter((letter) => wordsOf(letter).includes(words)).length;
	expect(told.map(saying)).toEqual([5, 2, 35]);
}

/** By the keys that reach it, where somebody has no mouse. */
async function follow({ page }: Walk, name: string, who: string): Promise<void> {
	const link = page.getByRole('link', { name });
	if (who !== 'keyboard') return link.click();
	await link.focus();
	await page.keyboard.press('Enter');
}

async function press(page: Page, name: string, who: string): Promise<void> {
	const button = page.getByRole('button', { name });
	if (who !== 'keyboard') return button.click();
	await button.focus();
	await page.keyboard.press('Enter');
}

async function fill(page: Page, label: string, words: string, who: string): Promise<void> {
	const field = page.getByLabel(label);
	if (who !== 'keyboard') return field.fill(words);
	await field.focus();
	await page.keyboard.type(words);
}

async function choose(page: Page, name: string, value: string, who: string): Promise<void> {
	const option = page.locator(`input[name="${name}"][value="${value}"]`);
	if (who !== 'keyboard') return option.check();
	await option.focus();
	await page.keyboard.press('Space');
}
