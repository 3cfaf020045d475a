import { createHash } from 'node:crypto';
import { inTransaction } from '#server/db';
import { tooMany } from '#shared/problem';
import { countTries } from './attempts.sql.ts';
import { after } from './session.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

type Limit = { tries: number; within: number };
const per = (tries: number, within: number): Limit => ({ tries, within });

/**
 * How often something may be tried: by one network address, which may be a library with thirty people in it, and at
 * one target (a letter box, an account), which is one person's. Counted in the database, so that several processes
 * hold together.
 */
const limits = {
	/** A link by mail. Thirty people may all ask twice and mistype; nobody's letter box is filled by others. */
	'ask-for-link': { address: [per(150, 10 * minute)], target: [per(5, 15 * minute), per(20, day)] },
	/** Links and codes of 100 random bits and more: guessing finds none, and is not let go on for ever. */
	'use-link': { address: [per(300, 10 * minute)], target: [] },
	/** Signing in by a passkey in one step: a signature cannot be guessed either. */
	'use-passkey': { address: [per(300, 10 * minute)], target: [] },
	/** A new application: thirty people in a library, each with a false start or two. */
	'begin-application': { address: [per(150, 10 * minute)], target: [] },
	/** A question about a call: a whole meeting of people, each with a few. */
	'ask-question': { address: [per(60, 10 * minute)], target: [] },
	/** Codes of 40 random bits: a hundred people in one hall come in by one address, and some mistype. */
	'join-room': { address: [per(400, 10 * minute)], target: [] },
	/** Six digits, of which three in a million are right: 40 guesses a day find them in 23 years. */
	'second-factor': { address: [per(300, 10 * minute)], target: [per(8, 15 * minute), per(40, day)] }
} satisfies Record<string, { address: Limit[]; target: Limit[] }>;

export type Purpose = keyof typeof limits;

/** The longest that a count of tries is kept. */
export const triesKept = Math.max(
	...Object.values(limits).flatMap(({ address, target }) =>
		[...address, ...target].map(({ within }) => within)
	)
);

/**
 * Counts one more try, in a transaction of its own: it counts even when what was tried fails.
 * @throws Problem 'too-many', with the minutes to wait
 */
export async function spendTry(
	purpose: Purpose,
	{ address, target }: { address: string; target?: string | undefined },
	now = new Date()
): Promise<void> {
	const asked = [
		...limits[purpose].address.map((limit) => ({ ...limit, whose: `address ${address}` })),
		...(target === undefined ? [] : limits[purpose].target).map((limit) => ({
			...limit,
			whose: `target ${target}`
		}))
	].map(({ tries, within, whose }) => ({
		tries,
		key: keyOf(purpose, whose, within),
		until: after(now, within)
	}));
	const counted = await inTransaction((db) => countTries(db, asked, now));
	const over = counted.filter(({ key, count }) => count > asked.find((one) => one.key === key)!.tries);
	if (over.length) {
		const until = Math.max(...over.map(({ until }) => until.getTime()));
		throw tooMany(Math.max(1, Math.ceil((until - now.getTime()) / minute)));
	}
}

/** A hash: neither addresses of machines nor of people lie in the table. */
function keyOf(purpose: string, whose: string, within: number): string {
	return createHash('sha256').update(`${purpose} ${within} ${whose}`).digest('base64');
}
