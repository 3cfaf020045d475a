import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { openLetterBox } from '../letter-box.ts';
import { decodedWords } from '../letters.ts';
import { answerEverything, Applicant, begin, sendIt } from './applicant.ts';
import { day, inDays, writeDate } from './dates.ts';
import { expect, journey, setOut, takePicture, ways, type Walk } from './journey.ts';
import { signInAsStaff } from './staff.ts';

/* The whole story on a real call: from the command that brings it in to the staff who read what came. */

const box = await openLetterBox();
afterAll(() => box.close());
setOut({ SMTP_URL: box.url }, async ({ url }) => {
	const file = 'tests/fixtures/programme/community-campaigns-on-data-2024.json';
	const command = ['cli/placard.ts', 'import-call', file, '--opens', day(inDays(-5))];
	const { stdout } = await promisify(execFile)(process.execPath, command, {
		env: { ...process.env, DATABASE_URL: url }
	});
	expect(JSON.parse(stdout)).toMatchObject({ result: 'published', phase: 'open', missing: [] });
});

const call = {
	slug: 'community-campaigns-on-data',
	name: 'Community Campaigns on Data',
	must: ['Community-led campaign', 'Change goal related to data', 'Based in the United Kingdom']
};
const desk = `/desk/programmes/${call.slug}`;

for (const [way, days] of [
	['with script', 27],
	['without script', 34]
] as const)
	journey(
		`a group finds the real call, applies, and staff read it; the deadline moves; ${way}`,
		ways[way],
		async (walk) => {
			const { page, context } = walk;
			box.letters.length = 0;
			const group = new Applicant({ page, look: async () => {} });
			await page.goto('/');
			await page.getByRole('link', { name: 'Read the call and apply' }).click();
			await group.isAt(call.name);
			const code = await begin(group, call);
			await group.follow('The change you want');
			await group.write(/^What do you want to change/, 'Repairs.');
			await group.press('Save and continue');

			// Another day, on somebody else's computer.
			await context.clearCookies();
			await page.goto('/return');
			await group.write('Return code or link', code);
			await group.press('Open my application');
			await group.isAt(`Application to ${call.name}`);
			await group.follow('The change you want');
			expect(await page.locator('#change').inputValue()).toBe('Repairs.');
			await page.goto(page.url().replace(/\/answer\/.*/, ''));
			await answerEverything(group, { learn: 'Media stories on data issues' });
			const reference = await sendIt(group);

			const receipt = await letter(`We have received application ${reference}`);
			expect(receipt.to).toEqual(['asha@example.org']);
			expect(receipt.text).toContain('We decide by');
			await mustLeadBack(walk, receipt.text, reference);

			const draft = await aDraftElsewhere(walk);
			await staffRead(walk, { reference, draft: draft.reference });
			await deadlineMoves(walk, days);
			const moved = await letter(`The deadline for application ${draft.reference} has changed`);
			expect(moved.to).toEqual([draft.email]);
			expect(moved.text).toMatch(deadlineIn(days));
			expect(box.letters.filter(({ to }) => to.includes('asha@example.org'))).toHaveLength(1);

			await page.goto(`/application/${reference}`);
			expect(await page.getByRole('main').innerText()).toMatch(deadlineIn(days));
			await group.follow('The change you want');
			await group.write(/^What do you want to change/, 'Repairs are done within two weeks.');
			await group.press('Save and continue');
			await staffSee(walk, reference, 'Repairs are done within two weeks.');
		}
	);

/** A letter of this subject, within the minute that is promised. */
async function letter(subject: string) {
	const found = () =>
		box.letters.find(({ headers }) => decodedWords(headers.get('subject') ?? '') === subject);
	await expect.poll(found, { timeout: 60_000, message: subject }).toBeDefined();
	return found()!;
}

/** The link in a letter opens the application in a browser that never saw it, after a press of the button. */
async function mustLeadBack({ page, placard }: Walk, text: string, reference: string): Promise<void> {
	const elsewhere = await page.context().browser()!.newContext({ baseURL: placard.address });
	const there = await elsewhere.newPage();
	const { pathname } = new URL(/https?:\/\/\S+\/return\/\S+/.exec(text)![0]);
	await there.goto(pathname);
	await there.getByRole('button', { name: 'Open my application' }).click();
	await there.waitForURL(`**/application/${reference}**`);
	expect(await there.getByRole('main').innerText()).toContain('More you can do');
	await elsewhere.close();
}

/** Another group, which begins, leaves its address and goes. */
async function aDraftElsewhere({ page, placard }: Walk) {
	const elsewhere = await page.context().browser()!.newContext({ baseURL: placard.address });
	const there = await elsewhere.newPage();
	const other = new Applicant({ page: there, look: async () => {} });
	await begin(other, call);
	const reference = /application\/([^/]+)/.exec(there.url())![1]!;
	const email = `${reference.toLowerCase()}@example.org`;
	await other.follow('Your community');
	await other.write('What is your group or campaign called?', 'Nobody May Read This Yet');
	await other.press('Save and continue');
	await there.goto(`/application/${reference}`);
	await other.follow('How to reach you');
	await other.write('Your name', 'Bran');
	await other.write('Email address', email);
	await other.press('Save and continue');
	await elsewhere.close();
	return { reference, email };
}

let sent = 0;

/** One more application in the list, and no word of the draft; a note; the list as a table. */
async function staffRead(walk: Walk, { reference, draft }: { reference: string; draft: string }) {
	const { page, close } = await staffIn(walk);
	await page.goto('/desk');
	sent += 1;
	const count = sent === 1 ? '1 application' : `${sent} applications`;
	await page.getByRole('link', { name: count, exact: true }).click();
	expect(await page.getByRole('main').innerText()).toContain('Repairs are done within a month.');
	expect(await page.content()).not.toMatch(new RegExp(`Nobody May Read|${draft}`));
	await takePicture(page, 'desk-applications');
	await page.getByRole('link', { name: 'Damp Watch' }).first().click();
	await page.getByLabel('Your note').fill('Ask who maintains the register.');
	await page.getByRole('button', { name: 'Save the note' }).click();
	expect(await page.getByText('Ask who maintains the register.').count()).toBe(1);
	await takePicture(page, 'desk-application');
	await page.goto(`${desk}/expressions`);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Table for a spreadsheet (CSV)' }).click()
	]);
	const table = await readFile(await file.path(), 'utf8');
	expect(table).toContain(reference);
	expect(table).not.toMatch(new RegExp(`Nobody May Read|${draft}|A room without steps`));
	expect((await page.goto(`${desk}/expressions/${draft}`))!.status()).toBe(404);
	await close();
}

async function deadlineMoves(walk: Walk, days: number): Promise<void> {
	const { page, close } = await staffIn(walk);
	await page.goto(`${desk}/dates`);
	await writeDate(page, 'Closes', inDays(days), '5:30pm');
	await page.getByLabel('What do you want to tell people?').fill('More time, since the post was slow.');
	await page.getByRole('button', { name: 'Move the dates' }).click();
	await page.goto(`/programmes/${call.slug}`);
	expect(await page.getByRole('main').innerText()).toMatch(deadlineIn(days));
	await close();
}

async function staffSee(walk: Walk, reference: string, words: string): Promise<void> {
	const { page, close } = await staffIn(walk);
	await page.goto(`${desk}/expressions/${reference}`);
	expect(await page.getByRole('main').innerText()).toContain(words);
	expect(await page.getByText('What was sent stays whole').count()).toBe(1);
	await close();
}

async function staffIn({ page, placard }: Walk) {
	const theirs = await page.context().browser()!.newContext({ baseURL: placard.address });
	await signInAsStaff(theirs, placard);
	return { page: await theirs.newPage(), close: () => theirs.close() };
}

function deadlineIn(days: number): RegExp {
	return new RegExp(`5:30pm UK time, \\w+ ${inDays(days).getUTCDate()} `);
}
