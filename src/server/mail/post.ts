import { inTransaction, type Db } from '#server/db';
import { log } from '#server/log';
import { errand } from '#server/use-case';
import { house } from '#shared/actor';
import { compose, type Composed } from './compose.ts';
import { isTooOld, perMinute, tryAgainAt } from './patience.ts';
import { hasPostOffice, post } from './post-office.ts';
import { beginAttempt, countSince, endAttempt, isAway, keepCopy, nextDue, takeTurn } from './post.sql.ts';
import type { Claimed } from './post.sql.ts';
import type { Reply } from './reply.ts';
import { isBetweenThem } from './templates.ts';
import { showOnTerminal } from './terminal.ts';

export type Outcome = {
	at: Date;
	outcome: Reply['outcome'] | 'shown' | 'dropped';
	againAt?: Date | undefined;
	reason?: string | undefined;
	words?: string | undefined;
};
export type Clock = () => Date;
type Written = { letter: Claimed; composed?: Composed | undefined };

const minute = 60_000;
/** A try that began so long ago was interrupted: nothing here takes that long. */
const lost = 15 * minute;

/** Sends what is due. Asked for with each letter, and by the clock for letters whose job was lost or that had to wait. */
async function postLetters({ letter }: { letter?: unknown }): Promise<void> {
	if (typeof letter === 'string') await (hasPostOffice() ? postNext(letter) : showOnTerminal(letter));
	else if (hasPostOffice()) await postAllDue();
}

export const askToPost = errand(postLetters, { cron: '* * * * *' });

/** Until none is due, or it is the next run's turn. */
export async function postAllDue(clock: Clock = () => new Date()): Promise<number> {
	const until = Date.now() + minute;
	let count = 0;
	while (Date.now() < until && (await postNext(null, clock))) count++;
	return count;
}

/**
 * One letter: claimed and written out in one transaction, handed over with none open, and what was said written down
 * in another. A crash in between makes a second copy possible and a lost letter impossible (docs/decisions/a-letter-twice-rather-than-never.md).
 */
export async function postNext(id: string | null, clock: Clock = () => new Date()): Promise<boolean> {
	const written = await inTransaction((db) => take(db, id, clock()));
	if (written?.composed) await handOver(written.letter, written.composed, clock);
	return written !== undefined;
}

async function take(db: Db, id: string | null, now: Date): Promise<Written | undefined> {
	await takeTurn(db);
	const room = await roomNow(db, now);
	const lostBefore = new Date(now.getTime() - lost);
	const letter = room && (await nextDue(db, { letter: id, ...room, now, lostBefore }));
	if (!letter) return undefined;
	await beginAttempt(db, letter, now);
	return { letter, composed: await writeOut(db, letter, now) };
}

/** Letters that can wait leave a fifth of each minute's number to the urgent ones. */
async function roomNow(db: Db, now: Date): Promise<{ urgentOnly: boolean } | undefined> {
	const lastMinute = new Date(now.getTime() - minute);
	const sent = await countSince(db, lastMinute);
	if (sent >= perMinute() || (await isAway(db, lastMinute))) return undefined;
	return { urgentOnly: sent >= Math.max(1, Math.floor(perMinute() * 0.8)) };
}

/** The words and their secrets. When there is nothing to send, what became of the letter is written down instead. */
async function writeOut(db: Db, letter: Claimed, now: Date): Promise<Composed | undefined> {
	if (isTooOld(letter, now)) return unsent(db, letter, { at: now, outcome: 'dropped', reason: 'too-old' });
	try {
		const composed = await db.savepoint((sp) => compose({ db: sp, actor: house, now }, letter));
		return composed ?? (await unsent(db, letter, { at: now, outcome: 'dropped', reason: 'nothing-to-say' }));
	} catch (error) {
		log.error({ err: error, template: letter.template }, 'a letter could not be written');
		return unsent(db, letter, { at: now, ...patiently({ outcome: 'later', reason: 'bug' }, letter, now) });
	}
}

async function unsent(db: Db, letter: Claimed, outcome: Outcome): Promise<undefined> {
	await endAttempt(db, letter, outcome);
}

async function handOver(letter: Claimed, { sent, kept, secrets }: Composed, clock: Clock): Promise<void> {
	const { id, address: to, locale } = letter;
	const reply = await post({ id, to, locale, wording: sent, secrets, at: clock() });
	await inTransaction(async (db) => {
		const now = clock();
		await endAttempt(db, letter, { at: now, ...patiently(reply, letter, now) });
		if (reply.outcome === 'sent' && !isBetweenThem(letter)) await keepCopy(db, id, kept, now);
	});
}

/** `later` says when; after the last try it is given up. */
function patiently(reply: Reply, { number, since }: Claimed, now: Date): Omit<Outcome, 'at'> {
	if (reply.outcome !== 'later') return reply;
	const againAt = tryAgainAt(number - since, now);
	return againAt ? { ...reply, againAt } : { ...reply, outcome: 'failed' };
}
