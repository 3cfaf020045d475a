import * as v from 'valibot';
import { deviceOf } from './device.ts';

/** Shapes that several forms of this foundation share. */

export const Locale = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/, 'wrong-kind'));

export const Name = v.pipe(
	v.string(),
	v.transform((name) => name.replace(/\s+/gu, ' ').trim()),
	v.nonEmpty('missing'),
	v.maxLength(200, 'too-long'),
	v.check((name) => !/\p{Cc}/u.test(name), 'wrong-kind')
);

/** A token from an address or cookie. One of any other shape is merely unknown. */
export const Token = v.pipe(v.string(), v.maxLength(200, 'too-long'));

/** What the browser calls itself, made into two words. */
export const Agent = v.pipe(v.string(), v.transform(deviceOf));

/** Where to go afterwards: an address of ours, or none. Anything else could lead people somewhere else. */
export const Onward = v.optional(
	v.pipe(
		v.string(),
		v.transform((address) => (isOurs(address) ? address : undefined))
	)
);

export function isOurs(address: string): boolean {
	return address.length <= 500 && /^\/(?![/\\])[^\\\p{C}\p{Z}]*$/u.test(address);
}

/** Of whoever asks: which browser, and the token that it held until now. The route gives them, never the form. */
export const browserEntries = { agent: Agent, previous: v.optional(Token) };
