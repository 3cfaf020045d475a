import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { acceptOffer, addReturnCode, commitDraw, giveDrawProof } from '#areas/programmes/server';
import { localOf } from '#shared/dates';
import type { Held } from '../expression-world.ts';
import type { Seated } from '../panel-world.ts';
import { realCall } from '../real-call.ts';
import { inTime } from './bounds.ts';
import { expect, expectHeading, type Walk } from './journey.ts';

/* What a panel of six does where several groups are as good as equal, and what its applicants can check afterwards. */
const { slug } = realCall;
const number = 'The main numbers of the lottery of Saturday';
const minute = 60_000;

/** One list is frozen and given up; of another the number is known by now, and decides. */
export async function drawsLots(walk: Walk, chair: Seated): Promise<void> {
	const { page, look, placard } = walk;
	await page.goto(`/panel/${slug}/board`);
	const solving = await page.locator('input[name="solving"]').first().inputValue();
	await freezes(walk, '2020-01-01');
	await expect.poll(() => page.title()).toMatch(/^Error/);
	await look('a draw whose number is known already');
	await freezes(walk, new Date(Date.now() + 3 * 1440 * minute).toISOString().slice(0, 10));
	await expect.poll(() => page.getByText('Fingerprint of the list').count()).toBe(1);
	await look('a frozen list that waits for its number');
	await page.getByText('Give this draw up').first().click();
	await page.getByLabel('Why can it not count?').fill('The lottery was put off.');
	await page.getByRole('button', { name: 'Give this draw up' }).click();
	await expect.poll(() => page.getByText('The lottery was put off.').count()).toBe(1);

	// A list waits five minutes and more for its number: this one was frozen an hour ago.
	const [then, known] = [new Date(Date.now() - 60 * minute), new Date(Date.now() - 30 * minute)];
	const [day = '', time = ''] = localOf(known, 'Europe/London').split('T');
	await placard.do((world) =>
		commitDraw.within(world.as(chair.actor, then), { slug, solving, beaconIs: number, day, time })
	);
	await page.goto(`/panel/${slug}/board`);
	await page.getByLabel('What was the number?').fill('4 8 15 16 23 42');
	await page.getByRole('button', { name: 'Draw', exact: true }).click();
	await expect.poll(() => page.getByText(/It means number \d+ in the list/).count()).toBe(1);
	await look('lots that were drawn');
}

async function freezes({ page }: Walk, day: string): Promise<void> {
	await page.getByLabel('Which number will decide?').fill(number);
	await page.getByLabel('The day on which it will be known').fill(day);
	await page.getByLabel('The time', { exact: true }).fill('20:00');
	await page.getByRole('button', { name: 'Freeze the list' }).click();
}

/** From the page of a decision to the page that anybody checks a proof with, which has it from us and asks nobody. */
export async function checksTheirProof(walk: Walk, held: Held, isDrawn: boolean): Promise<void> {
	const { page, context, look } = walk;
	await comesBack(walk, held);
	await page.goto(`/application/${held.reference}/decision`);
	await look(isDrawn ? 'an offer that was drawn by lot' : 'a decision by lot');
	const link = page.getByRole('link', { name: /Take your own proof along/ });
	const proof = await (await context.request.get((await link.getAttribute('href'))!)).text();
	await page.goto(`/programmes/${slug}/draws`);
	await look('the draws of a call');
	const checker = page.getByRole('link', { name: 'The page that checks a draw' });
	const [file] = await Promise.all([page.waitForEvent('download'), checker.click()]);
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-draw-'));
	const kept = path.join(folder, file.suggestedFilename());
	await file.saveAs(kept);
	await checksOffline(walk, kept, proof, isDrawn).finally(() => rm(folder, { recursive: true }));
}

async function checksOffline({ page }: Walk, file: string, proof: string, isDrawn: boolean): Promise<void> {
	const offline = await page.context().browser()!.newContext({ offline: true, locale: 'en-GB' });
	offline.setDefaultTimeout(15_000);
	const there = await inTime('a page without a network', offline.newPage());
	await there.goto(pathToFileURL(file).href);
	await there.locator('#draw').fill(proof);
	await there.locator('button').click();
	await expect.poll(() => there.locator('output').innerText()).toContain('The draw holds.');
	const said = isDrawn ? 'You are among those drawn.' : 'You are not among those drawn.';
	expect(await there.locator('output').innerText()).toContain(said);
	await inTime('closing what has no network', offline.close());
}

/** The first of them who stood in the list: whoever could not be chosen has no lot. */
export async function withALot({ placard }: Walk, all: readonly Held[]): Promise<Held> {
	for (const held of all) {
		const own = placard.do((world) => giveDrawProof.within(world.as(held.actor, new Date()), held));
		if (await own.catch(() => undefined)) return held;
	}
	throw new Error('Nobody but those who were drawn stood in the list.');
}

/** They come back with their code, months after they applied. */
async function comesBack(walk: Walk, { actor, reference }: Held): Promise<void> {
	const { page, context, placard } = walk;
	await context.clearCookies();
	const code = await placard.do((world) => addReturnCode.within(world.as(actor, new Date()), { reference }));
	await page.goto(`/return/${code}`);
	await page.getByRole('button', { name: 'Open my application' }).click();
	await page.waitForURL(`**/application/${reference}**`);
}

/** The first answers on the page, the others as well: then staff say that the cohort is full. */
export async function acceptTheirPlaces(walk: Walk, offered: readonly Held[]): Promise<void> {
	const { page, look, placard } = walk;
	const [first, ...others] = offered;
	await comesBack(walk, first!);
	await page.goto(`/application/${first!.reference}/decision`);
	await page.getByRole('button', { name: 'Accept the place' }).click();
	await expect.poll(() => page.getByText('You accepted the place').count()).toBe(1);
	await look('an accepted place');
	for (const { actor, reference } of others)
		await placard.do((world) => acceptOffer.within(world.as(actor, new Date()), { reference }));
}

export async function sayFull({ page, look }: Walk): Promise<void> {
	await page.goto(`/desk/programmes/${slug}/decisions/full`);
	await expectHeading(page, 'Complete the group');
	await look('a group that is complete');
	await page.getByRole('button', { name: /Say that the cohort is full/ }).click();
	await expect.poll(() => page.title()).toMatch(/^Error/);
	await look('a group that is complete, not sure');
	await page.getByLabel('The cohort is full.').check();
	await page.getByRole('button', { name: /Say that the cohort is full/ }).click();
	await expect.poll(() => page.title()).not.toMatch(/^Error/);
}
