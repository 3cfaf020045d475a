import { randomInt } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, which people take for others. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** What is typed on a phone to come into a room: 40 random bits. Rooms are open for hours, and few at once. */
export function newRoomCode(): string {
	return Array.from({ length }, () => symbols[randomInt(symbols.length)]).join('');
}

/** As people write it: any case, any spaces and dashes, O for 0, I or L for 1. Undefined: no code can be so. */
export function readRoomCode(written: string): string | undefined {
	const plain = written
		.toUpperCase()
		.replace(/[\s\p{Pd}]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	return plain.length === length && [...plain].every((symbol) => symbols.includes(symbol))
		? plain
		: undefined;
}

/** As it is read aloud: "7K2M 9QXA". */
export function spaced(code: string): string {
	return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`;
}
