import type { BrowserContext } from 'playwright-core';
import type { Role } from '#shared/actor';
import { newToken, verifierOf } from '#shared/tokens';
import type { RunningPlacard } from './server.ts';

/** A browser in which somebody of the staff is signed in; with assurance 1, by a link alone. */
export async function signInAsStaff(
	context: BrowserContext,
	placard: RunningPlacard,
	{ assurance = 2, role = 'lead' }: { assurance?: 1 | 2; role?: Role } = {}
): Promise<void> {
	const token = newToken();
	await placard.do(async ({ db }) => {
		const now = new Date();
		const [person] = await db<{ id: string }[]>`
			insert into identity.person (email, name, locale, since)
			values (${`${token}@example.org`}, 'Mair', 'en', ${now}) returning id`;
		await db`insert into identity.appointment (person, role, since) values (${person!.id}, ${role}, ${now})`;
		await db`
			insert into identity.session (person, verifier, assurance, browser, system, began_at, seen_at, ends_at)
			values (${person!.id}, ${verifierOf(token)}, ${assurance}, 'Chromium', 'Linux', ${now}, ${now}, ${new Date(now.getTime() + 3_600_000)})`;
	});
	await context.addCookies([{ name: 'placard_session', value: token, url: placard.address }]);
}
