/** Figures and consonants that nobody mistakes for others, and that make no words. */
export const referenceSymbols = '23456789BCDFGHJKMNPQRTVWXYZ';
export const referenceLength = 6;

/** "k7m 4qx" as people say and write it is "K7M-4QX". Undefined: no reference looks like that. */
export function readReference(written: string): string | undefined {
	const plain = written.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
	const known = plain.length === referenceLength && [...plain].every((one) => referenceSymbols.includes(one));
	return known ? inHalves(plain) : undefined;
}

export function inHalves(plain: string): string {
	return `${plain.slice(0, referenceLength / 2)}-${plain.slice(referenceLength / 2)}`;
}
