// Whoever leaves is heard of by areas too: their listeners must be known where jobs are run.
import '#areas/programmes/server';
import { recognise, type Known } from '#server/identity';
import { visitor } from '#shared/actor';
import { appWith, joinsBy, type App } from '../people.ts';
import type { World } from '../world.ts';
import { expect, expectHeading, journey, setOut, takePicture, ways } from './journey.ts';
import {
	addAuthenticator,
	firstLink,
	introduce,
	linkOnTerminal,
	onTerminal,
	signInByLink,
	signOut
} from './signing-in.ts';
import { beginSession, giveSession } from './staff.ts';

// A passkey belongs to a name: browsers refuse them for bare addresses like 127.0.0.1.
setOut({ HOST: 'localhost' });

journey('the first administrator adds a passkey, and signs in with it in one step', {}, async (walk) => {
	const { page, context, placard, look } = walk;
	await addAuthenticator(context, page);
	await page.goto(firstLink(placard));
	await look('first administrator');
	await introduce(page, 'Eira Vaughan', 'eira@example.org');
	await expectHeading(page, 'Set up a second factor');
	await look('set up');
	await takePicture(page, 'accounts-set-up');
	await page.getByRole('button', { name: 'Add a passkey' }).click();

	await expectHeading(page, 'Recovery codes');
	await page.getByRole('button', { name: 'Make ten codes' }).click();
	expect(await page.locator('.codes li').count()).toBe(10);
	await look('recovery codes');

	await page.goto('/account');
	await look('account');
	await takePicture(page, 'accounts-account');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expectHeading(page, 'Sign in');
	await look('sign in');
	expect(await context.cookies()).toEqual([]);
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await expectHeading(page, 'Your account');

	// By a link, and the passkey after it.
	await signOut(page);
	await signInByLink(page, placard, 'eira@example.org');
	await expectHeading(page, 'Show that it is you');
	await page.getByRole('button', { name: 'Use a passkey' }).click();
	await expectHeading(page, 'Your account');

	// The first link is spent: in another browser it opens nothing.
	await context.clearCookies();
	await page.goto(firstLink(placard));
	await introduce(page, 'Somebody Else', 'else@example.org');
	expect(await page.getByRole('alert').innerText()).toContain('That link does not work');
});

journey(
	'by a link, then the passkey; what looks at links does no harm',
	{},
	async ({ page, context, placard, look }) => {
		await page.goto('/desk/people?sort=name');
		await expectHeading(page, 'Sign in');
		await page.getByLabel('Email address').fill('eira@example.org');
		await page.getByRole('button', { name: 'Send me a link' }).click();
		await expectHeading(page, 'Check your mail');
		await look('sent');
		const link = await linkOnTerminal(placard);
		// A program that opens every link in a mail, and one that only asks for its head.
		for (const method of ['GET', 'HEAD', 'GET']) await context.request.fetch(link, { method });
		await page.goto(link);
		await look('press');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expectHeading(page, 'Show that it is you');
		await look('second factor');

		// Nothing else is open yet.
		for (const closed of ['/account', '/desk', '/account/recovery-codes']) {
			await page.goto(closed);
			await expectHeading(page, 'Show that it is you');
		}
		const options = await context.request.post('/sign-in/set-up/passkey', {
			headers: { origin: placard.address }
		});
		expect(options.status()).toBe(404);
		// The same link again, in a browser of its own.
		await context.clearCookies();
		await page.goto(link);
		await page.getByRole('button', { name: 'Sign in' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('That link does not work');
	}
);

let app: App;

journey('without any script: an app that shows codes', ways['without script'], async ({ page, placard }) => {
	await placard.do(async ({ db }) => {
		await db`insert into identity.person (email, name, locale, since) values ('rosa@example.org', 'Rosa Ibarra', 'en', now())`;
		await db`insert into identity.appointment (person, role, since) select id, 'lead', now() from identity.person where email = 'rosa@example.org'`;
	});
	await signInByLink(page, placard, 'rosa@example.org');
	await expectHeading(page, 'Set up a second factor');
	await page.getByRole('button', { name: 'Set up an app' }).click();
	app = appWith(await page.locator('.letters').innerText());
	await page.getByLabel('Six-digit code').fill('123 45');
	await page.getByRole('button', { name: 'Continue' }).click();
	expect(await page.title()).toMatch(/^Error: /);
	await page.getByLabel('Six-digit code').fill(app.code(new Date()));
	await page.getByRole('button', { name: 'Continue' }).click();
	await expectHeading(page, 'Recovery codes');
	await page.getByRole('button', { name: 'Make ten codes' }).click();
	const codes = await page.locator('.codes code').allInnerTexts();

	await signOut(page);
	await signInByLink(page, placard, 'rosa@example.org');
	await expectHeading(page, 'Show that it is you');
	await page.getByRole('link', { name: 'Use a recovery code' }).click();
	await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase());
	await page.getByRole('button', { name: 'Continue' }).click();
	await expectHeading(page, 'Your account');
	expect(await page.getByText('9 codes are left').count()).toBe(1);
});

journey('a form sent after the session ended is handed back', {}, async ({ page, context, look }) => {
	await page.goto('/sign-in');
	await context.clearCookies();
	// What a page of the desk would send, from a browser whose session is over.
	await page.evaluate(() => {
		const form = document.forms[0]!;
		form.action = '/account?/endSession';
		const text = document.createElement('textarea');
		text.name = 'note';
		text.value = 'Forty words that took somebody an hour.';
		form.append(text);
		form.submit();
	});
	await expectHeading(page, /You are not signed in/);
	expect(await page.getByRole('textbox').inputValue()).toBe('Forty words that took somebody an hour.');
	await look('handed back');
});

journey('on a phone, in Welsh', ways['on an old phone, 320 px wide'], async ({ page, placard, look }) => {
	await page.goto('/cy/sign-in');
	await expectHeading(page, 'Mewngofnodi');
	await look('sign in, Welsh');
	await page.getByLabel('Cyfeiriad e-bost').fill('rosa@example.org');
	await page.getByRole('button', { name: 'Anfonwch ddolen ataf' }).click();
	const link = await linkOnTerminal(placard);
	expect(link).toContain('/cy/sign-in/link/');
	await page.goto(link);
	await page.getByRole('button', { name: 'Mewngofnodi' }).click();
	await expectHeading(page, 'Dangos mai chi sydd yno');
	await look('second factor, Welsh');
	await page.getByLabel('Cod chwe digid').fill(await freshCode());
	await page.getByRole('button', { name: 'Parhau' }).click();
	await expectHeading(page, 'Eich cyfrif');
	await look('account, Welsh');
});

journey(
	'an administrator invites a colleague, who comes in, and later leaves',
	{},
	async ({ page, context, placard, look }) => {
		const { token } = await placard.do(async (world) => worksAs(world, 'eira@example.org'));
		await giveSession(context, placard, token);
		await page.goto('/desk/people');
		await look('people');
		await takePicture(page, 'desk-people');
		await page.getByRole('link', { name: 'Invite somebody' }).click();
		await page.getByRole('button', { name: 'Send the invitation' }).click();
		await look('invite, with errors');
		await page.getByLabel('Email address').fill('tomos@example.org');
		await page.getByLabel('Programme lead').check();
		await page.getByLabel('Day').fill('31');
		await page.getByLabel('Month').fill('March');
		await page.getByLabel('Year').fill('2099');
		await page.getByRole('button', { name: 'Send the invitation' }).click();
		await expectHeading(page, 'People');
		expect(await page.getByText('until the end of Tuesday 31 March 2099').count()).toBe(1);
		await look('people, one invited');

		const link = await onTerminal(placard, /\/\S*sign-in\/invitation\/[\w-]+/g);
		await context.clearCookies();
		await page.goto(link);
		await look('invitation');
		await page.getByLabel('Your name').fill('Tomos Rees');
		await page.getByRole('button', { name: 'Accept the invitation' }).click();
		await expectHeading(page, 'Set up a second factor');
		await page.goto(link);
		await expectHeading(page, /That link does not work/);
		await look('invitation, used');

		await context.clearCookies();
		await giveSession(context, placard, token);
		await page.goto('/desk/people');
		await page.getByRole('link', { name: 'Tomos Rees' }).click();
		await look('person');
		await page.getByRole('button', { name: 'End the role' }).click();
		await expectHeading(page, 'People');
		expect(await page.getByRole('row', { name: /Tomos Rees/ }).innerText()).toContain('None');
	}
);

journey(
	'a lost second factor: one administrator asks, another agrees',
	{},
	async ({ page, context, placard, look }) => {
		const [one, two] = await placard.do(async (world) => {
			const invited = { name: 'Nerys Hughes', email: 'nerys@example.org', role: 'administrator' } as const;
			const eira = await worksAs(world, 'eira@example.org');
			await joinsBy(world, eira.known.actor, invited, new Date());
			return [eira, await worksAs(world, invited.email)] as const;
		});
		await giveSession(context, placard, one.token);
		await page.goto('/desk/people');
		await page.getByRole('link', { name: 'Rosa Ibarra' }).click();
		await page.getByRole('button', { name: 'Ask for a reset' }).click();
		expect(await page.getByText('Another administrator decides.').count()).toBe(1);
		expect(await page.getByRole('button', { name: 'Reset their second factor' }).count()).toBe(0);
		await look('reset asked');

		await context.clearCookies();
		await giveSession(context, placard, two.token);
		await page.goto('/desk/people');
		await look('reset to decide');
		await page.getByRole('button', { name: 'Reset their second factor' }).click();
		await page.getByRole('link', { name: 'Rosa Ibarra' }).click();
		expect(await page.getByText('Not set up').count()).toBe(1);

		await context.clearCookies();
		await signInByLink(page, placard, 'rosa@example.org');
		await expectHeading(page, 'Set up a second factor');
	}
);

/** A session of somebody at work, as if they had signed in with all they have. */
async function worksAs(world: World, email: string): Promise<{ token: string; known: Known }> {
	const [row] = await world.db<{ id: string }[]>`select id from identity.person where email = ${email}`;
	const token = await beginSession(world, row!.id);
	return { token, known: (await recognise.within(world.as(visitor, new Date()), { token }))! };
}

/** A code that was not taken yet: of the half-minute after the one that set the app up. */
function freshCode(): Promise<string> {
	return Promise.resolve(app.code(new Date(Date.now() + 30_000)));
}
