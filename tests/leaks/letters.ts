import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../letters.ts';
import type { LivedIn, Viewer } from '../lived-in/index.ts';
import { helpers } from '../lived-in/together.ts';
import type { OwnWorld } from '../small-world.ts';

/** Waits until the server has nothing left to do and to send. */
export async function everyLetterSent(world: OwnWorld): Promise<void> {
	for (let tries = 0; tries < 120; tries++) {
		if ((await left(world)) === 0) return;
		await pause(250);
	}
	throw new Error('After 30 seconds there are still letters that nobody sent');
}

async function left(world: OwnWorld): Promise<number> {
	return world.do(async ({ db }) => {
		const [row] = await db<{ count: number }[]>`
			select (select count(*) from mail.standing where state in ('waiting', 'sending'))::int +
				(select count(*) from pgboss.job where name in ('listeners', 'errands') and state in ('created', 'active', 'retry'))::int as count`;
		return row!.count;
	});
}

/** Which of the viewers reads this letter. */
export function readerOf({ to }: Delivery, { applicants, people, team }: LivedIn): Viewer | undefined {
	const readers: [string, Viewer][] = [
		[applicants.asha.email, 'the applicant'],
		[applicants.cerys.email, 'who took it back'],
		// Whoever is asked reads who asks them to what, as somebody does who may only read.
		[helpers.unanswered.email, 'who may only read it'],
		[team.reader.email, 'who may only read it'],
		[team.commenter.email, 'who may comment on it'],
		[team.waiting.email, 'who writes another with somebody'],
		[people.lead.email, 'a lead'],
		[people.administrator.email, 'an administrator'],
		[people.reader.email, 'who reads it for the panel'],
		[people.kept.email, 'who sits on the panel and must not read it'],
		[people.deputy.email, 'who acts as chair'],
		[applicants.gwen.email, 'who waits to be told'],
		[applicants.haf.email, 'who was told'],
		[people.coordinator.email, 'who coordinates a campaign'],
		[people.member.email, 'who takes part in a campaign'],
		[people.ofCohort.email, 'who coordinates a campaign of a programme'],
		[people.neighbour.email, 'who takes part in another of its cohort'],
		[people.chair.email, 'who chairs the panel, is staff and must not read it']
	];
	return readers.find(([email]) => to.includes(email))?.[1];
}

/** Of an access need, and of whoever is named on a board, a letter says nothing, whoever reads it. */
export const isNeverWritten = (thing: string) => thing.includes('need') || thing.includes('a named person');

/** What opens something to whoever holds it: codes, and the ends of links that only one person was sent. */
export function secretsIn(letters: readonly Delivery[]): string[] {
	const secrets = letters.flatMap(({ text }) =>
		[
			...text.matchAll(
				/\/(?:return|link|invitation|together)\/([\w-]{20,})|\b((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})\b/g
			)
		].map(([, link, code]) => (link ?? code)!)
	);
	return [...new Set(secrets)];
}
