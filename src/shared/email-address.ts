import * as v from 'valibot';

/**
 * One address to which mail can be sent (RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all), and nothing that
 * could become a second recipient or a header: no spaces, commas, quotes, angle brackets or control characters.
 */
export const EmailAddress = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('missing'),
	v.check(isEmailAddress, 'not-an-email')
);

const shape =
	/^[^\p{C}\p{Z}@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

export function isEmailAddress(text: string): boolean {
	const [local = ''] = text.split('@');
	const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..');
	return octets(text) <= 254 && octets(local) <= 64 && !dots && shape.test(text);
}

function octets(text: string): number {
	return new TextEncoder().encode(text).length;
}
