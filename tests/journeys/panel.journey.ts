import type { BrowserContextOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { beginPhase, saveReview } from '#areas/programmes/server';
import { lead } from '../call-world.ts';
import type { Held } from '../expression-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { eligible, into, own, seated, type Seated } from '../panel-world.ts';
import { generatedApplicants, nameOf, realCall, theRealCall } from '../real-call.ts';
import type { World } from '../small-world.ts';
import { choose, fill, follow, press } from './by-keys.ts';
import { expect, expectHeading, journey, setOut, ways, type Walk } from './journey.ts';
import { acceptTheirPlaces, checksTheirProof, drawsLots, sayFull, withALot } from './lots.ts';
import { beginSession, giveSession, signInAsStaff } from './staff.ts';

/*
 * On the real call of 2024 a panel of six chooses five of 42 and everybody is told: one of them must not read one application,
 * and the chair is kept out of choosing, so that her deputy acts. Reviewers read by keyboard, without script, on a phone.
 */
const { slug, places } = realCall;
const hour = 3_600_000;
const box = await openLetterBox();
afterAll(() => box.close());
let sent: Held[] = [];
let panel: Record<'chair' | 'deputy' | 'kept' | 'keyboard' | 'plain' | 'phone', Seated>;

setOut({ SMTP_URL: box.url }, async (placard) => {
	await placard.do(async (world) => {
		await theRealCall(world);
		sent = await generatedApplicants(world, 42, 2024);
	});
	await placard.do(async (world) => {
		panel = {
			chair: await seated(world, 'Chiara', { slug, part: 'chair', ties: [nameOf(7)] }),
			deputy: await seated(world, 'Dewi', { slug, part: 'deputy' }),
			kept: await seated(world, 'Kofi', { slug, ties: [nameOf(3)] }),
			keyboard: await seated(world, 'Bethan', { slug }),
			plain: await seated(world, 'Nia', { slug }),
			phone: await seated(world, 'Ffion', { slug })
		};
		for (const held of sent) await eligible(world, held, slug);
		await into(world, 'review', undefined, slug);
	});
});

async function as({ context, placard }: Walk, { actor }: Seated): Promise<void> {
	await giveSession(context, placard, await placard.do((world) => beginSession(world, actor.id, 1)));
}

journey('staff share 42 applications out among six', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await signInAsStaff(context, placard);
	await page.goto(`/desk/programmes/${slug}/panel`);
	await look('the panel of a call, for staff');
	await expect.poll(() => page.getByText(nameOf(3)).count()).toBeGreaterThan(0);
	await page.goto(`/desk/programmes/${slug}/reading`);
	await page.getByRole('button', { name: 'Share the applications out' }).click();
	await expect.poll(() => page.getByText('Last shared out').count()).toBe(1);
	await look('how the reading goes');
	const given = await placard.do(async (world) => Promise.all(Object.values(panel).map(async (one) => (await own(world, one, undefined, slug)).readings.length)));
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
		const byKeys = who === 'keyboard';
		await as(walk, panel[who]);
		await page.goto(`/panel/${slug}`);
		await look('the room of a panellist');
		await page.goto(`/panel/${slug}/reviews`);
		await look('what a panellist has to read');
		expect(await page.getByText('of 42').count()).toBe(0);
		await follow(page, 'Read the next one', byKeys);
		await expectHeading(page, /^Review of /);
		const first = await page.getByRole('heading', { level: 1 }).innerText();
		expect(await page.getByText('Person').count()).toBe(0);
		await look('a review to be written');
		await fill(page, 'The change: why', 'Repairs within a month.', byKeys);
		await press(page, 'Hand in and read the next', byKeys);
		await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
		expect(await page.getByLabel('The change: why').inputValue()).toBe('Repairs within a month.');
		await look('a review without its scores');
		await choose(page, 'score-the-change', '8', byKeys);
		await choose(page, 'score-the-community', '6', byKeys);
		await fill(page, 'The community: why', 'Renters lead it.', byKeys);
		await press(page, 'Hand in and read the next', byKeys);
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
	const now = new Date(Date.now() - 3 * hour);
	const order = new Map(sent.map(({ reference }, index) => [reference, index]));
	for (const one of Object.values(panel))
		for (const { reference, state } of (await own(world, one, now, slug)).readings) {
			if (state === 'in') continue;
			const score = String(1 + Math.round(((order.get(reference) ?? 0) / 41) * 8));
			const marks = Object.fromEntries(
				['the-change', 'the-community'].map((key) => [key, { score, why: 'As they say it.' }])
			);
			const edition = state === 'to-read' ? 0 : 1;
			await saveReview.within(world.as(one.actor, now), { slug, reference, edition, marks, then: 'in' });
		}
	await beginPhase.within(world.as(lead, now), { slug, phase: 'discussion' });
}

journey('the deputy goes on in place of the chair, who finds nothing of it', {}, async (walk) => {
	const { page, placard } = walk;
	await placard.do(everybodyReads);
	await as(walk, panel.chair);
	for (const kept of ['phases', 'release', 'board'])
		expect((await page.goto(`/panel/${slug}/${kept}`))!.status()).toBe(404);
	await as(walk, panel.deputy);
	await goesOn(walk);
	// As if it had begun two hours ago: between a list that is frozen and its number lies more time than a journey has.
	const began = new Date(Date.now() - 2 * hour);
	await placard.do((world) => world.db`update programmes.panel_phase set begins_at = ${began} where phase = 'selection'`);
}); // prettier-ignore

journey('the panel has the best group worked out, draws lots among its equals and takes it', {}, async (walk) => {
	const { page, look } = walk;
	await as(walk, panel.deputy);
	await page.goto(`/panel/${slug}/board`);
	await look('a board on which nothing has been worked out');
	await page.getByRole('button', { name: 'Work out the best group' }).click();
	await expect.poll(async () => {
		await page.goto(`/panel/${slug}/board`);
		return page.getByText('No other group that keeps the rules is worth more.').count();
	}, { timeout: 120_000, interval: 1_000 }).toBeGreaterThan(0);
	await look('the best group, and why');
	expect(await page.getByRole('table').first().innerText()).not.toContain(`${nameOf(7)} `);
	await drawsLots(walk, panel.deputy);
	for (const seat of [panel.plain, panel.deputy]) {
		await as(walk, seat);
		await page.goto(`/panel/${slug}/board`);
		await page.getByRole('button', { name: 'This is the group' }).click();
		await expect.poll(() => page.getByText(`${seat.name}: this is the group`).count()).toBe(1);
	}
	await page.getByLabel('Why this group?').fill('They differ, and can teach each other.');
	await page.getByRole('button', { name: 'Take this group' }).click();
	await expect.poll(() => page.getByText('They differ, and can teach each other.').count()).toBeGreaterThan(0);
	await expect.poll(() => page.getByText('It was drawn by lot.').count()).toBe(1);
	await look('a group that was taken');
}); // prettier-ignore

journey('staff decide as the panel chose, the deputy releases, and 42 are told at once', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await signInAsStaff(context, placard);
	await decides(walk);
	await as(walk, panel.deputy);
	await releases(walk);
	await everybodyLearned();
	await context.clearCookies();
	await signInAsStaff(context, placard);
	await page.goto(`/desk/programmes/${slug}/decisions`);
	await look('decisions that were released');
	await page.goto(`/desk/programmes/${slug}/record`);
	await look('the record of how it was decided');
	const record = await (await context.request.get(`/desk/programmes/${slug}/record.csv`)).text();
	for (const line of ['took a set as the one that is proposed', 'decided as the panel chose', 'released everything at once'])
		expect(record).toContain(line);
}); // prettier-ignore

journey('who was in the draw checks it, five accept, and staff say that the group is complete', {}, async (walk) => {
	const { context, placard } = walk;
	const offered = whoWasTold(told[0]!);
	const others = [...whoWasTold(told[1]!), ...whoWasTold(told[2]!)];
	await checksTheirProof(walk, offered[0]!, true);
	await checksTheirProof(walk, await withALot(walk, others), false);
	await acceptTheirPlaces(walk, offered);
	await context.clearCookies();
	await signInAsStaff(context, placard);
	await sayFull(walk);
	await expect.poll(() => saying('All places are taken now').length, { timeout: 60_000, interval: 500 }).toBe(2);
}); // prettier-ignore

/** By a page that says what follows, and only once that was said to be read. */
async function goesOn({ page, look }: Walk): Promise<void> {
	await page.goto(`/panel/${slug}`);
	await page.getByRole('link', { name: 'Go on to the next phase' }).click();
	await look('the next phase, and what follows from it');
	await page.getByRole('button', { name: 'Begin now: Choosing' }).click();
	await expect.poll(() => page.getByText('There is a problem').count()).toBe(1);
	await page.getByLabel('I have read what follows from it').check();
	await page.getByRole('button', { name: 'Begin now: Choosing' }).click();
	await expectHeading(page, /^Panel of /);
	await look('the room of whoever acts as chair');
}

async function decides({ page, look }: Walk): Promise<void> {
	await page.goto(`/desk/programmes/${slug}/decisions`);
	await look('decisions before anything is decided');
	await page.getByRole('button', { name: 'Decide as the panel chose' }).click();
	await expect.poll(() => page.getByText('Every application has its decision.').count()).toBe(1);
	expect(news()).toEqual([]);
	await look('decisions that are pending');
	await page.getByRole('link', { name: 'Go to the release' }).click();
	await expectHeading(page, /^Release/);
	await look('before it is released, for staff');
}

async function releases({ page, look }: Walk): Promise<void> {
	await page.goto(`/panel/${slug}`);
	await page.getByRole('link', { name: 'See the decisions and send them' }).click();
	for (const [part, value] of Object.entries({ day: '15', month: '1', year: '2099', time: '12:00' }))
		await page.locator(`#until-${part}`).fill(value);
	await page.getByLabel('Everybody learns now').check();
	await look('before it is released, for whoever acts as chair');
	await page.getByRole('button', { name: 'Release and send all letters' }).click();
	await expect.poll(() => page.getByText('Everybody who is part of it has been told.').count()).toBe(1);
	await look('what the chair released');
}

const told = [
	'offer you a place in',
	'keep you on the reserve list',
	'We cannot offer you a place this time'
];
const wordsOf = ({ text }: { text: string }) => text.replace(/\s+/g, ' ');
const news = () => box.letters.filter((letter) => told.some((words) => wordsOf(letter).includes(words)));

const saying = (words: string) => box.letters.filter((letter) => wordsOf(letter).includes(words));

/** A letter each: a place for five, the reserve list for two, and not this time for the others. */
async function everybodyLearned(): Promise<void> {
	await expect.poll(() => news().length, { timeout: 120_000, interval: 500 }).toBe(42);
	expect(told.map((words) => saying(words).length)).toEqual([places, 2, 42 - 2 - places]);
}

function whoWasTold(words: string): Held[] {
	const to = new Set(saying(words).flatMap((letter) => letter.to));
	return sent.filter((_, number) => to.has(`group-${number}@example.org`));
}
