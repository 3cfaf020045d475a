import { readFileSync } from 'node:fs';
import type { Page, Response } from 'playwright-core';
import { importCall } from '#areas/programmes/server';
import { house } from '#shared/actor';
import { day, inDays, writeDate } from './dates.ts';
import { expect, expectHeading, journey, setOut, takePicture, ways } from './journey.ts';
import type { RunningPlacard } from './server.ts';
import { signInAsStaff } from './staff.ts';

const real = readFileSync('tests/fixtures/programme/community-campaigns-on-data-2024.json', 'utf8');
const call = '/programmes/community-campaigns-on-data';

setOut({}, (placard) => bringIn(placard, real));

journey(
	'staff write a call, publish it, move its deadline, close it, open it again and put it away',
	ways['without script'],
	async ({ page, context, placard }) => {
		await signInAsStaff(context, placard);
		await page.goto('/desk/programmes');
		await page.getByRole('link', { name: 'Create a programme' }).click();
		await page.getByRole('button', { name: 'Create' }).click();
		expect(await page.title()).toMatch(/^Error: /);
		await page.getByLabel('Name of the programme').fill('Doorstep Data');
		await page.getByRole('button', { name: 'Create' }).click();
		await expectHeading(page, 'Doorstep Data');
		expect(await page.getByText('Nobody but staff can see this call.').count()).toBe(1);
		expect((await context.request.get('/programmes/doorstep-data')).status()).toBe(404);

		await write(page, 'Name and purpose', {
			'What the programme is for': 'Renters win back the register of licensed homes.'
		});
		await page.getByRole('link', { name: 'How you choose' }).click();
		await page.getByLabel('Who decides').fill('A panel of five renters.');
		await page.getByRole('group', { name: 'Criterion 1' }).getByLabel('Criterion').fill('Led by renters');
		await page.getByRole('group', { name: 'Criterion 1' }).getByLabel('Weight').fill('heavy');
		await page.getByRole('button', { name: 'Save and go back' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('“Criterion 1: Weight” needs a number');
		expect(await page.getByLabel('Who decides').inputValue()).toBe('A panel of five renters.');
		await page.getByRole('group', { name: 'Criterion 1' }).getByLabel('Weight').fill('3');
		await page.getByRole('button', { name: 'Save and add more rows' }).click();
		expect(await page.getByRole('group', { name: /^Criterion \d/ }).count()).toBe(3);
		await page.getByRole('button', { name: 'Save and go back' }).click();

		await page.getByRole('link', { name: 'Dates' }).click();
		await writeDate(page, 'Opens', inDays(-1), '9am');
		await writeDate(page, 'Closes', inDays(20), 'lunch');
		await page.getByRole('button', { name: 'Save and go back' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('“Closes” needs a time of day');
		await writeDate(page, 'Closes', inDays(20), '12 noon');
		await page.getByRole('button', { name: 'Save and go back' }).click();

		await page.getByRole('link', { name: 'Preview' }).click();
		expect(await page.getByText('Only staff can see this page.').count()).toBe(1);
		expect(await page.getByText('A panel of five renters.').count()).toBe(1);
		await page.getByRole('link', { name: 'Back', exact: true }).click();
		await page.getByRole('link', { name: 'Publish', exact: true }).click();
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
		await page.getByRole('link', { name: 'See its page' }).click();
		await expectHeading(page, 'Doorstep Data');
		expect(await page.getByRole('link', { name: 'Start now' }).count()).toBeGreaterThan(0);
		expect(await page.getByRole('row', { name: /Led by renters/ }).innerText()).toContain('3');

		await page.goto('/desk/programmes/doorstep-data/dates');
		await writeDate(page, 'Closes', inDays(27), '5:30pm');
		await page.getByRole('button', { name: 'Move the dates' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('What do you want to tell people?');
		await page.getByLabel('What do you want to tell people?').fill('One week more, since the post was slow.');
		await page.getByRole('button', { name: 'Move the dates' }).click();
		const moved = new RegExp(`5:30pm UK time, \\w+ ${inDays(27).getUTCDate()} `);
		for (const surface of ['', '/calendar.ics', '/../feed.atom', '/../feed.json', '/../open.json', '/..'])
			expect(await textAt(page, `/programmes/doorstep-data${surface}`), surface).toMatch(moved);
		await page.goto('/programmes/doorstep-data');
		// At the top, and among the changes.
		expect(await page.getByText('One week more, since the post was slow.').count()).toBe(2);

		await act(page, 'Close it early', 'Close the call now', 'All places are taken.');
		expect(await page.getByText('Closed to new applications').count()).toBe(1);
		expect(await textAt(page, '/programmes/open.json')).not.toContain('Doorstep');
		await act(page, 'Open it again', 'Open the call again', 'Two places came back.');
		expect(await textAt(page, '/programmes/open.json')).toContain('Doorstep');

		await page.goto('/desk/programmes/doorstep-data');
		await page.getByRole('link', { name: 'Archive it' }).click();
		await page.getByLabel('It goes: to the public it does not exist').check();
		await page.getByRole('button', { name: 'Archive the call' }).click();
		await expectGone(page, 'doorstep-data');
		await page.getByRole('link', { name: 'Bring it back' }).click();
		await page.getByRole('button', { name: 'Bring the call back' }).click();
		expect((await context.request.get('/programmes/doorstep-data')).status()).toBe(200);
	}
);

for (const [way, options] of Object.entries({
	'on a wide screen': {},
	'on an old phone': ways['on an old phone, 320 px wide']
}))
	journey(`the real call can be read, ${way}`, options, async ({ page, look }) => {
		await page.goto('/programmes');
		await look('programmes');
		await takePicture(page, way === 'on a wide screen' ? 'programmes' : 'programmes-phone');
		await page.getByRole('link', { name: 'Community Campaigns on Data' }).click();
		await expectHeading(page, 'Community Campaigns on Data');
		await look('call');
		await takePicture(page, way === 'on a wide screen' ? 'call' : 'call-phone');
		await page.getByRole('link', { name: 'How we choose' }).click();
		await page.goto(`/cy${call}`);
		expect(await page.getByText('hanner dydd amser y DU').count()).toBeGreaterThan(0);
		await look('call, Welsh');
	});

journey(
	'every page of the desk for a call can be used on an old phone',
	ways['on an old phone, 320 px wide'],
	async (walk) => {
		const { page, context, placard, look } = walk;
		await signInAsStaff(context, placard);
		const desk = '/desk/programmes/community-campaigns-on-data';
		const parts = 'about campaigns who offer money time choice keeping contact dates'.split(' ');
		const acts = 'publish close reopen archive restore preview'.split(' ');
		const within = [...parts, ...acts].map((one) => `${desk}/${one}`);
		for (const address of ['/desk/programmes', '/desk/programmes/new', desk, ...within]) {
			expect((await page.goto(address))!.status(), address).toBe(200);
			await look(address);
		}
	}
);

journey('the desk of a call on a wide screen', {}, async ({ page, context, placard, look }) => {
	await signInAsStaff(context, placard);
	const desk = '/desk/programmes/community-campaigns-on-data';
	for (const address of [`${desk}/offer`, `${desk}/dates`, desk]) {
		await page.goto(address);
		await look(address);
	}
	await takePicture(page, 'desk-call');
});

journey('the call page is light: all of it in 30 kB, fonts and pictures aside', {}, async ({ page }) => {
	const answers: Response[] = [];
	page.on('response', (response) => answers.push(response));
	await page.goto(call, { waitUntil: 'networkidle' });
	const counted = answers.filter((one) => !/font|image/.test(one.headers()['content-type'] ?? ''));
	const sizes = await Promise.all(counted.map((one) => one.request().sizes()));
	const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
	expect(counted.length).toBeGreaterThan(1);
	expect(bytes, `${counted.length} answers`).toBeLessThanOrEqual(30_000);
});

journey('every file of a call is what it says it is', {}, async ({ page, context }) => {
	const kinds = {
		[`${call}/calendar.ics`]: 'text/calendar; charset=utf-8',
		[`${call}/call.pdf`]: 'application/pdf',
		'/programmes/feed.atom': 'application/atom+xml; charset=utf-8',
		'/programmes/feed.json': 'application/feed+json; charset=utf-8',
		'/programmes/open.json': 'application/json; charset=utf-8'
	};
	for (const [address, type] of Object.entries(kinds)) {
		const first = await context.request.get(address);
		expect([first.status(), first.headers()['content-type']], address).toEqual([200, type]);
		const { etag } = first.headers();
		const again = await context.request.get(address, { headers: { 'if-none-match': etag! } });
		expect(again.status(), address).toBe(304);
	}
	const pdf = await (await context.request.get(`${call}/call.pdf`)).body();
	expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
	expect(pdf.toString('latin1')).toMatch(/\/StructTreeRoot/);
	// The browser's own judge of XML.
	await page.goto('/programmes');
	const entries = await page.evaluate(async () => {
		const feed = await (await fetch('/programmes/feed.atom')).text();
		const read = new DOMParser().parseFromString(feed, 'application/xml');
		return read.querySelector('parsererror') ? -1 : read.querySelectorAll('entry').length;
	});
	expect(entries).toBeGreaterThan(0);
	expect(await context.cookies()).toEqual([]);
});

async function bringIn(placard: RunningPlacard, text: string): Promise<void> {
	const opens = day(inDays(-5));
	await placard.do((world) => importCall.within(world.as(house, new Date()), { text, opens }));
}

async function write(page: Page, part: string, fields: Record<string, string>): Promise<void> {
	await page.getByRole('link', { name: part }).click();
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
	await page.getByRole('button', { name: 'Save and go back' }).click();
}

async function act(page: Page, link: string, button: string, note: string): Promise<void> {
	await page.goto('/desk/programmes/doorstep-data');
	await page.getByRole('link', { name: link }).click();
	await page.getByLabel('What do you want to tell people?').fill(note);
	await page.getByRole('button', { name: button }).click();
	await expectHeading(page, 'Doorstep Data');
}

/** To the public, an archived call is an address that nobody ever had: the same answer on every surface. */
async function expectGone(page: Page, slug: string): Promise<void> {
	const { request } = page.context();
	const headers = { cookie: '' };
	for (const surface of ['', '/calendar.ics', '/call.pdf', '/apply']) {
		const [gone, never] = await Promise.all(
			[slug, 'never-was'].map((one) => request.get(`/programmes/${one}${surface}`, { headers }))
		);
		expect(gone!.status(), surface).toBe(404);
		const plain = (text: string) => text.replaceAll(/nonce="[^"]*"|never-was|doorstep-data/g, '');
		expect(plain(await gone!.text()), surface).toBe(plain(await never!.text()));
	}
	for (const list of ['', '/feed.atom', '/feed.json', '/open.json'])
		expect(await (await request.get(`/programmes${list}`)).text(), list).not.toContain('Doorstep');
	expect(await (await request.get('/sitemap.xml')).text()).not.toContain(slug);
}

async function textAt(page: Page, address: string): Promise<string> {
	const response = await page.context().request.get(address);
	return (await response.text()).replaceAll('\r\n ', '').replaceAll('\\,', ',');
}
