import type { BrowserContext, Page } from 'playwright-core';
import { expectHeading } from './journey.ts';
import type { RunningPlacard } from './server.ts';

/** Chromium's own virtual authenticator, with a fingerprint that is always right. */
export async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
	const cdp = await context.newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

export function firstLink({ printed, address }: RunningPlacard): string {
	const token = /\/sign-in\/first\/([\w-]+)/.exec(printed)![1]!;
	return `${address}/sign-in/first/${token}`;
}

export async function introduce(page: Page, name: string, email: string): Promise<void> {
	await page.getByLabel('Your name').fill(name);
	await page.getByLabel('Email address').fill(email);
	await page.getByRole('button', { name: 'Continue' }).click();
}

/** The newest of such links that the server printed, which it does when it has no post office. Each is read once. */
const read = new Set<string>();
export async function onTerminal(placard: RunningPlacard, shape: RegExp): Promise<string> {
	for (let tries = 0; tries < 150; tries++) {
		const printed = placard.printed.match(shape) ?? [];
		const link = printed.findLast((one) => !read.has(one));
		for (const one of printed) read.add(one);
		if (link) return placard.address + new URL(link, placard.address).pathname;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`No such link was printed:\n${placard.printed}`);
}

export function linkOnTerminal(placard: RunningPlacard): Promise<string> {
	return onTerminal(placard, /\/\S*sign-in\/link\/[\w-]+/g);
}

export async function signInByLink(page: Page, placard: RunningPlacard, email: string): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel('Email address').fill(email);
	await page.getByRole('button', { name: 'Send me a link' }).click();
	await page.goto(await linkOnTerminal(placard));
	await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signOut(page: Page): Promise<void> {
	await page.goto('/sign-out');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expectHeading(page, 'Sign in');
}
