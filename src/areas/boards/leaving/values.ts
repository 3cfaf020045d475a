const [quote, backslash, comma, bracket, brace] = [...'"\\,[{'].map((sign) => sign.charCodeAt(0));

/**
 * Whether a text of JSON is of more values than so many, told from its signs before it is read: a few letters each
 * (`[],[],`) become objects of which the memory is full long before any list is found to be too long.
 */
export function holdsMoreThan(most: number, text: string): boolean {
	let [values, isInside] = [1, false];
	for (let at = 0; at < text.length && values <= most; at++) {
		const sign = text.charCodeAt(at);
		if (sign === backslash && isInside) at++;
		else if (sign === quote) isInside = !isInside;
		else if (!isInside && (sign === comma || sign === bracket || sign === brace)) values++;
	}
	return values > most;
}
