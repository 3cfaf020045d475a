import { createHash } from 'node:crypto';
import { codeFrom, newCode, newToken, verifierOf } from '#shared/tokens';
import type { Context } from '#server/use-case';
import { cookies } from '#shared/cookies';
import { insertDevice, insertReturnCode, type Whose } from './return-code.sql.ts';

/** A browser keeps an expression open so many days after it was last used there. */
export const daysOpen = cookies.application.days;

export function deviceEnd(now: Date): Date {
	return new Date(now.getTime() + daysOpen * 86_400_000);
}

/** Opens an expression in this browser. Returns what its cookie holds. */
export async function openDevice({ db, now }: Context, whose: Whose): Promise<string> {
	const token = newToken();
	await insertDevice(db, { verifier: verifierOf(token), ...whose, at: now, endsAt: deviceEnd(now) });
	return token;
}

/** A code to return with, made for one letter or one page. We keep its verifier only. */
export async function newReturnCode({ db, now }: Context, whose: Whose): Promise<string> {
	const code = newCode();
	await insertReturnCode(db, verifierOf(code), whose, now);
	return code;
}

/**
 * The code of the browser in which an expression was begun. It is made from the cookie, so that it can be shown there
 * again and again, and is written down nowhere.
 */
export function codeOfDevice(token: string): string {
	return codeFrom(createHash('sha256').update(`the return code of ${token}`).digest());
}
