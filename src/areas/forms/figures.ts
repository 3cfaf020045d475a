/** Figures of any script as 0 to 9: ٣ and ３ are 3. */
export function asciiFigures(text: string): string {
	return text.replace(/\p{Nd}/gu, (figure) => String(valueOf(figure.codePointAt(0)!)));
}

/** Unicode puts the ten figures of a script in a row from a code point where 0 stands. */
function valueOf(code: number): number {
	let zero = code;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return code - zero;
}
