import { makeBoard } from '#areas/boards/server';
import { aBoard } from '../campaign-boards.ts';
import { Ear } from './by-ear.ts';
import { expect, journey, setOut, ways, type Walk } from './journey.ts';
import { beginSession, giveSession } from './staff.ts';

/*
 * The same workshop by keyboard and accessibility tree: whoever leads it and eight who take part press keys, and know
 * what the browser says to a screen reader. Nothing is clicked, and nothing is looked for by where it stands.
 */
setOut();

const people = ['Rosa', 'Eira', 'Bo', 'Nour', '', 'Nia', 'Kofi', 'Siân'] as const;

async function leads({ page, context, placard }: Walk, template: string): Promise<Ear> {
	const { at, token } = await placard.do(async (world) => {
		const made = await aBoard(world, { template });
		await makeBoard.within(world.as(made.asha), { slug: made.slug, template: 'canvas' });
		return { at: made, token: await beginSession(world, made.asha.id, 1) };
	});
	await giveSession(context, placard, token);
	const lead = await Ear.of(page);
	await page.goto(`/workspace/${at.slug}/boards/${at.board}`);
	await lead.press('link', 'Live workshop');
	await lead.expectToHear('They need no account.');
	await lead.press('button', 'Open the room');
	await lead.expectToHear('Scan the square, or go to');
	return lead;
}

async function codeFrom(lead: Ear): Promise<string> {
	return (await lead.texts()).match(/\b[0-9A-Z]{4} [0-9A-Z]{4}\b/)![0];
}

async function comesIn({ context, placard }: Walk, code: string, name: string): Promise<Ear> {
	const own = await context
		.browser()!
		.newContext({ ...ways['with a keyboard alone'], baseURL: placard.address, locale: 'en-GB' });
	own.setDefaultTimeout(15_000);
	const ear = await Ear.of(await own.newPage());
	await ear.page.goto('/join');
	await ear.write('Code', code);
	await ear.page.keyboard.press('Enter');
	await ear.expectToHear('You are about to join a workshop on this board.');
	if (name) await ear.write(/^What should we call you\?/, name);
	await ear.press('button', 'Come in');
	await ear.expectToHear(name ? `You are here as ${name}.` : 'You are here without a name.');
	return ear;
}

async function gathered(walk: Walk, lead: Ear): Promise<Ear[]> {
	const code = await codeFrom(lead);
	const all = await Promise.all(people.map((name) => comesIn(walk, code, name)));
	await lead.expectToHear('People in the room: 8');
	return all;
}

const ends = (all: Ear[]) => Promise.all(all.map(({ page }) => page.context().close()));

journey('a workshop of eight, by keyboard and accessibility tree', {}, async (walk) => {
	const lead = await leads(walk, 'retrospective-four');
	const all = await gathered(walk, lead);
	try {
		const [rosa, eira, bo] = all as [Ear, Ear, Ear];
		expect(await rosa.of('heading')).toContain('On the board');
		await Promise.all(
			all.map(async (ear, at) => {
				await ear.write('Your note', `Thought number ${at + 1}.`);
				await ear.press('button', 'Put it on the board');
			})
		);
		for (const ear of [lead, ...all])
			for (let at = 1; at <= 8; at++) await ear.expectToHear(`Thought number ${at}.`);
		await eira.expectToHear('by Rosa');
		// What is new is said by itself, and not note by note.
		await bo.expectToBeTold(/New notes: \d/);
		// Whoever wrote is back in the empty box.
		expect(await rosa.reach('textbox', 'Your note')).toMatchObject({ value: '' });

		const number = (await rosa.texts()).match(/(\d+) Thought number 1\./)![1]!;
		await rosa.press('link', `Change : ${number}`);
		await rosa.expectToHear(`Note ${number}`);
		await rosa.write('Your note', 'Thought again.');
		await rosa.press('button', 'Save');
		for (const ear of [lead, ...all]) await ear.expectToHear('Thought again.');

		await lead.press('button', 'Go on to: Put together');
		await eira.expectToBeTold('The workshop went on: Put together');
		const other = (await eira.texts()).match(/(\d+) Thought number 3\./)![1]!;
		await eira.press('link', `Change : ${other}`);
		await eira.reach('combobox', 'Under which note?');
		await eira.page.keyboard.type(`${number}.`);
		await eira.press('button', 'Put it there');
		await eira.expectToHear('On the board');

		// A dot is given, and whoever gave it is where they were, to give another or take it back.
		await lead.press('button', 'Go on to: Choose');
		for (const ear of all) {
			await ear.expectToHear('Dots you have left: 3');
			await ear.press('button', `Give a dot : ${number}`);
			await ear.expectToHear('Your dots: 1');
			await ear.expectToBeAt('button', `Give a dot : ${number}`);
			await ear.expectToBeTold('Dots you have left: 2');
		}
		await rosa.press('button', `Take a dot back : ${number}`);
		await rosa.expectToHear('Dots you have left: 3');
		await lead.expectToHear('Dots given so far: 7');
		await lead.press('button', 'Five minutes more');
		await lead.press('button', /^Go on to/);
		for (const ear of [lead, ...all]) await ear.expectToHear('Dots: 7');

		await lead.press('DisclosureTriangle', 'End the workshop');
		await lead.press('button', 'Close the room and keep the board');
		await lead.expectToHear('What goes to the canvas?');
		for (const ear of all) await ear.expectToHear('This room is not open');
	} finally {
		await ends(all);
	}
});

journey('where each stands on a scale, by keyboard and accessibility tree', {}, async (walk) => {
	const lead = await leads(walk, 'opinion-spectrum');
	const all = await gathered(walk, lead);
	try {
		for (const [at, ear] of all.entries()) {
			const scale = (await ear.of('slider'))[0]!;
			await ear.reach('slider', scale);
			for (let presses = 0; presses <= at; presses++) await ear.page.keyboard.press('ArrowRight');
			expect((await ear.reach('slider', scale)).value).toBe(String(50 + 5 * (at + 1)));
			await ear.write(/^Why do you stand there\?/, `My reason ${at}`);
			await ear.press('button', 'Keep my place');
			await ear.expectToBeTold('Your place is kept.');
			await ear.expectToBeAt('button', /^Keep/);
		}
		await lead.expectToHear('Have taken a place: 8');
		for (const ear of [lead, ...all.slice(1)]) expect(await ear.texts()).not.toContain('My reason 0');
		await lead.press('button', 'Show where everybody stands');
		for (const ear of [lead, ...all]) {
			await ear.expectToHear('My reason 0');
			await ear.expectToHear('My reason 7');
		}
	} finally {
		await ends(all);
	}
});
