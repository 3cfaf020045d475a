import { createHash, randomBytes } from 'node:crypto';

/** What whoever holds a link or cookie knows: 160 random bits. We keep its verifier only. */
export function newToken(): string {
	return randomBytes(20).toString('base64url');
}

/** All that is stored of a token or code: from it neither can be found. */
export function verifierOf(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}

/** Crockford's base32: no I, L, O or U, which people take for others. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 5;

/** A token for paper and telephone: 100 random bits, as "7K2M-9QXA-0R4T-HB6C-ZW31". */
export function newCode(): string {
	return codeFrom(randomBytes(groups * 4));
}

/** The code that 20 bytes spell: five bits of each. */
export function codeFrom(bytes: Uint8Array): string {
	const all = Array.from(bytes.subarray(0, groups * 4), (byte) => symbols[byte % symbols.length]);
	return inGroups(all.join(''));
}

/** Reads a code as people write it: any case, any spaces and dashes, O for 0, I or L for 1. */
export function readCode(written: string): string | undefined {
	const plain = written
		.toUpperCase()
		.replace(/[\s\p{Pd}]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const known = plain.length === groups * 4 && [...plain].every((symbol) => symbols.includes(symbol));
	return known ? inGroups(plain) : undefined;
}

function inGroups(plain: string): string {
	return plain.match(/.{4}/g)!.join('-');
}
