import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp';
import { encodeBase32NoPadding } from '@oslojs/encoding';

/** RFC 6238 as every app speaks it: HMAC-SHA-1, six digits, half a minute. */
const digits = 6;
const seconds = 30;
/** RFC 4226 §4 (R6) recommends 160 bits. */
export const secretBytes = 20;

/**
 * The half-minute of which `code` is the code: this one, or a neighbour, since clocks differ (RFC 6238 §5.2). One that
 * was taken before, or comes before one that was, is none.
 */
export function stepOf(secret: Uint8Array, code: string, now: Date, lastStep: number): number | undefined {
	const current = Math.floor(now.getTime() / 1000 / seconds);
	return [current, current - 1, current + 1].find(
		(step) => step > lastStep && verifyHOTP(secret, BigInt(step), digits, code)
	);
}

/** What the app reads from the picture. */
export function addressFor(secret: Uint8Array, issuer: string, account: string): string {
	return createTOTPKeyURI(issuer, account, secret, seconds, digits);
}

/** The same for typing: "JBSW Y3DP …". */
export function inLetters(secret: Uint8Array): string {
	return encodeBase32NoPadding(secret)
		.match(/.{1,4}/g)!
		.join(' ');
}
