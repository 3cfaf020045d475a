import type { BrowserContext } from 'playwright-core';
import type { Role } from '#shared/actor';
import { newToken, verifierOf } from '#shared/tokens';
import type { World } from '../world.ts';
import type { RunningPlacard } from './server.ts';

/** A browser in which somebody of the staff is signed in; with assurance 1, by a link alone. */
export async function signInAsStaff(
	context: BrowserContext,
	placard: RunningPlacard,
	{ assurance = 2, role = 'lead' }: { assurance?: 1 | 2; role?: Role } = {}
): Promise<void> {
	const token = await placard.do(async (world) => {
		const email = `${newToken()}@example.org`;
		const now = new Date();
		const [person] = await world.db<{ id: string }[]>`
			insert into identity.person (email, name, locale, since) values (${email}, 'Mair', 'en', ${now}) returning id`;
		await world.db`
			insert into identity.appointment (person, role, since) values (${person!.id}, ${role}, ${now})`;
		return beginSession(world, person!.id, assurance);
	});
	await giveSession(context, placard, token);
}

/** As if somebody had just signed in. Returns what their cookie holds. */
export async function beginSession(
	{ db }: Pick<World, 'db'>,
	person: string,
	assurance: 1 | 2 = 2
): Promise<string> {
	const [token, now] = [newToken(), new Date()];
	await db`
		insert into identity.session (person, verifier, assurance, browser, system, began_at, seen_at, ends_at)
		values (${person}, ${verifierOf(token)}, ${assurance}, 'Chromium', 'Linux', ${now}, ${now}, ${new Date(now.getTime() + 3_600_000)})`;
	return token;
}

export async function giveSession(
	context: BrowserContext,
	{ address }: Pick<RunningPlacard, 'address'>,
	token: string
): Promise<void> {
	const kept = { httpOnly: true, sameSite: 'Lax' } as const;
	await context.addCookies([{ name: 'placard_session', value: token, url: address, ...kept }]);
}
