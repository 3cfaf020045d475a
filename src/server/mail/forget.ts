import { every, type Context, type Details } from '#server/use-case';
import { forgetAbout, forgetBefore } from './forget.sql.ts';
import { findCopy, findStandingsAbout, passHoldOn } from './outbox.sql.ts';
import { queueMail, type About } from './queue.ts';

const day = 24 * 60 * 60_000;

/** What people were written about something, for those who ask what is held about them. */
export async function lettersAbout({ db }: Context, about: About) {
	const letters = await findStandingsAbout(db, about);
	return Promise.all(
		letters.map(async ({ id, address, locale, queuedAt, state }) => {
			const copy = await findCopy(db, id);
			return { to: address, locale, queuedAt, state, subject: copy?.subject, text: copy?.text };
		})
	);
}

/** Deletes the addresses and words of every letter about something; what still waits is never sent. */
export async function forgetLetters({ db, now }: Context, about: About): Promise<void> {
	await forgetAbout(db, about, now);
}

/**
 * What letters were about is somebody else's now: those that still wait go to them, with `more` among their ids, and
 * what staff held back stays held; of those that were sent, addresses and words are deleted.
 */
export async function handOnLetters(
	context: Context,
	about: About,
	{ to, locale, more }: { to: string; locale: string; more: Details }
): Promise<void> {
	const waiting = ['waiting', 'held', 'later'];
	const letters = (await findStandingsAbout(context.db, about)).filter(({ state }) =>
		waiting.includes(state)
	);
	await forgetLetters(context, about);
	for (const { id, template, details } of letters) {
		const theirs = { ...details, ...more };
		const letter = await queueMail(context, { to, template, details: theirs, locale, about });
		await passHoldOn(context.db, id, letter);
	}
}

/** MAIL_KEEP_DAYS: how long we can say what we wrote to whom. */
export function keepDays(): number {
	const given = Number(process.env['MAIL_KEEP_DAYS']);
	return given >= 1 ? Math.floor(given) : 90;
}

/** Letters that had their time, and of which nothing was heard for a week. */
export async function forgetOldLetters({ db, now }: Context): Promise<void> {
	const before = new Date(now.getTime() - keepDays() * day);
	const quiet = new Date(now.getTime() - 7 * day);
	while ((await forgetBefore(db, before, quiet, now)) > 0);
}

every('23 3 * * *', forgetOldLetters);
