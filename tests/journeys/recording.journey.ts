import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { aCall } from '../call-world.ts';
import { begun, type Held } from '../expression-world.ts';
import type { RunningPlacard } from './server.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'placard-films-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
setOut({}, (placard) =>
	placard.do(async (world) => void (await aCall(world, { opens: '2020-01-01', closes: '2099-03-11T12:00' })))
);

const bar = '[data-upload-panel]';

journey('a film of 90 MB outlives a lost connection and a closed page', {}, async (walk) => {
	const { page, placard } = walk;
	const film = await makeFilm('our film.webm', 90_000_000);
	const held = await open(walk);
	await walk.look('a question that takes a recording');
	const begins: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PATCH' && request.headers()['upload-offset'] === '0')
			begins.push(request.url());
	});
	const line = await lineOf(page);
	await line.at(6_000_000);
	await page.locator('#recording-file').setInputFiles(film);
	await arrived(page, 20);
	await line.cut();
	await page.getByText('There is no connection. Nothing is lost', { exact: false }).first().waitFor();
	await takePicture(page, 'upload-waiting');
	await line.at(6_000_000);
	await arrived(page, 40);

	await page.goto(page.url());
	await page.getByText('Choose the same file again to go on.', { exact: false }).waitFor();
	await walk.look('part of it has arrived');
	await line.at(12_000_000);
	await page.locator('#recording-file').setInputFiles(film);
	await page.getByRole('button', { name: 'Pause' }).click();
	await page.getByRole('button', { name: 'Go on' }).waitFor();
	await walk.look('paused');
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await page.getByRole('heading', { level: 1, name: /^Application to/ }).waitFor({ timeout: 120_000 });
	expect(new Set(begins).size).toBe(1);
	expect(await keptFiles(placard, 'our film.webm')).toEqual([await hashOf(film)]);
	expect(await piecesLeft(placard, held)).toBe(0);
});

journey('without script a large file goes with the form', ways['without script'], async (walk) => {
	const { page, placard } = walk;
	const film = await makeFilm('plain.webm', 25_000_000);
	await open(walk);
	await page.getByText('The file is sent in one go', { exact: false }).waitFor();
	await page.locator('#recording-file').setInputFiles(film);
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await page.getByRole('heading', { level: 1, name: /^Application to/ }).waitFor({ timeout: 60_000 });
	expect(await keptFiles(placard, 'plain.webm')).toEqual([await hashOf(film)]);
});

for (const [medium, button] of [
	['audio', 'Record your voice'],
	['signed-video', 'Record a signed video']
] as const)
	journey(`a recording is made in the page, heard again, and kept: ${medium}`, {}, async (walk) => {
		const { page, context, placard } = walk;
		await context.grantPermissions(['microphone', 'camera']);
		await open(walk);
		await page.getByRole('button', { name: button }).click();
		await page.getByText('Ready. Nothing is being recorded yet.').waitFor();
		await walk.look(`ready to record ${medium}`);
		await page.getByRole('button', { name: 'Start recording' }).click();
		await page.getByText(/^Recording: 00:0[45]/).waitFor();
		await walk.look(`recording ${medium}`);
		await page.getByRole('button', { name: 'Stop' }).click();
		await page
			.getByText(/^Recorded: /)
			.first()
			.waitFor();
		await walk.look(`recorded ${medium}`);
		await page.getByRole('button', { name: 'Keep this recording' }).click();
		await page.getByText('We have kept').waitFor({ timeout: 30_000 });
		await page.reload();
		const player = page.locator(medium === 'audio' ? 'audio' : 'video.player:not([data-record-preview])');
		const seconds = await player.evaluate(async (media: HTMLMediaElement) => {
			media.muted = true;
			await media.play();
			await new Promise((resolve) => setTimeout(resolve, 1500));
			return [media.currentTime, media.readyState];
		});
		expect(seconds[0]).toBeGreaterThan(0.3);
		await walk.look(`kept ${medium}`);
		const [kept] = await placard.do(
			({ db }) => db<{ typed: { medium: string; kind: string } }[]>`
				select typed from programmes.answer where question = 'recording-file' order by changed_at desc limit 1`
		);
		expect(kept!.typed).toMatchObject({ medium, kind: 'webm' });
	});

journey(
	'what is discarded is gone, and a browser that may not record says what to do instead',
	{},
	async (walk) => {
		const { page, context, placard } = walk;
		const held = await open(walk);
		await page.evaluate(() => {
			navigator.mediaDevices.getUserMedia = async () => {
				throw new DOMException('Permission denied', 'NotAllowedError');
			};
		});
		await page.getByRole('button', { name: 'Record a video' }).click();
		await page
			.getByText('Your browser may not use the microphone or camera here.', { exact: false })
			.first()
			.waitFor();
		await walk.look('not allowed to record');
		await context.grantPermissions(['microphone', 'camera']);
		// Allowed now: what was put in its way goes.
		await page.evaluate(() => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'));
		await page.getByRole('button', { name: 'Record a video' }).click();
		await page.getByRole('button', { name: 'Start recording' }).click();
		await page.getByText(/^Recording: 00:0[4-6]/).waitFor();
		expect(await piecesLeft(placard, held)).toBeGreaterThan(0);
		await page.getByRole('button', { name: 'Stop' }).click();
		await page.getByRole('button', { name: 'Discard it' }).click();
		await page.getByText('Discarded. You can record again', { exact: false }).first().waitFor();
		await expect.poll(() => uploadsLeft(placard, held)).toBe(0);
	}
);

journey('a tab that dies while it records loses seconds at most', {}, async (walk) => {
	const { page, context, placard } = walk;
	await context.grantPermissions(['microphone', 'camera']);
	const held = await open(walk);
	const address = page.url();
	await page.getByRole('button', { name: 'Record your voice' }).click();
	await page.getByRole('button', { name: 'Start recording' }).click();
	await page.getByText(/^Recording: 00:0[7-9]/).waitFor();
	await page.close({ runBeforeUnload: false });
	const next = await context.newPage();
	await next.goto(address);
	await next.getByText('A recording that you made here broke off.', { exact: false }).waitFor();
	await next.getByRole('button', { name: 'Keep what has arrived' }).click();
	await next.getByText('We have kept').waitFor({ timeout: 30_000 });
	expect(await uploadsLeft(placard, held)).toBe(0);
});

journey('only a page that asks for a recording may use the microphone and the camera', {}, async (walk) => {
	const { page } = walk;
	await open(walk);
	const policyOf = async (address: string) => (await page.goto(address))!.headers()['permissions-policy'];
	const here = page.url();
	expect(await policyOf(here)).toContain('camera=(self), microphone=(self)');
	for (const other of [
		here.replace(/recording$/, 'community'),
		'/programmes/spring',
		here.replace(/answer.*/, 'held')
	])
		expect(await policyOf(other)).toContain('camera=(), microphone=()');
});

/** The page of the recording, in an application of one's own. */
async function open({ page, context, placard }: Walk): Promise<Held> {
	const held = await placard.do((world) => begun(world, { now: new Date() }));
	await letIn(context, placard, held);
	await page.goto(`/application/${held.reference}/answer/recording`);
	return held;
}

function letIn(
	context: BrowserContext,
	{ address }: RunningPlacard,
	{ reference, token }: Held
): Promise<void> {
	const url = `${address}/application/${reference}`;
	return context.addCookies([{ name: 'placard_application', value: token, url }]);
}

/** The way out of this page: as slow as one likes, or cut. */
async function lineOf(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const set = (offline: boolean, uploadThroughput: number) =>
		session.send('Network.emulateNetworkConditions', {
			offline,
			latency: 20,
			downloadThroughput: -1,
			uploadThroughput
		});
	return { at: (bytesASecond: number) => set(false, bytesASecond), cut: () => set(true, -1) };
}

function arrived(page: Page, percent: number): Promise<unknown> {
	return page.waitForFunction(
		([selector, least]) => {
			const bar = document.querySelector<HTMLProgressElement>(`${selector} progress`);
			return bar !== null && bar.value >= Number(least);
		},
		[bar, percent] as const,
		{ timeout: 60_000 }
	);
}

/** The least by which a file is known as WebM, and then anything. */
async function makeFilm(name: string, size: number): Promise<string> {
	const place = path.join(folder, name);
	const out = createWriteStream(place);
	const head = '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701';
	out.write(Buffer.from(head, 'hex'));
	const part = 5_000_000;
	for (let left = size - head.length / 2; left > 0; left -= part)
		if (!out.write(randomBytes(Math.min(part, left)))) await once(out, 'drain');
	out.end();
	await once(out, 'close');
	return place;
}

async function hashOf(place: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

async function keptFiles(placard: RunningPlacard, name: string): Promise<string[]> {
	const rows = await placard.do(
		({ db }) => db<{ sha256: string }[]>`select sha256 from files.file where name = ${name}`
	);
	return rows.map(({ sha256 }) => sha256);
}

async function uploadsLeft(placard: RunningPlacard, { id }: Held): Promise<number> {
	const [row] = await placard.do(
		({ db }) => db<{ count: number }[]>`
			select count(*)::int as count from files.upload where owner_id = ${id}`
	);
	return row!.count;
}

async function piecesLeft(placard: RunningPlacard, { id }: Held): Promise<number> {
	const [row] = await placard.do(
		({ db }) => db<{ count: number }[]>`
			select count(*)::int as count from files.piece join files.upload on upload.id = piece.upload
			where owner_id = ${id}`
	);
	return row!.count;
}
