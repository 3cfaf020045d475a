/** The file cannot be used; the message is the rest of a sentence that begins with the file's name. */
export class UnusableFile extends Error {}

/** A value as the sentence quotes it: itself when it is short, or else what sort of thing it is. */
export function shown(value: unknown): string {
	if (value === undefined) return 'missing';
	const isShort = typeof value !== 'object' || Object.keys(value ?? {}).length < 4;
	const written = isShort ? quoted(value) : undefined;
	return written === undefined || written.length > 60 ? kindOf(value) : written;
}

export function kindOf(value: unknown): string {
	if (value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	return { string: 'a long text', object: 'an object', number: 'a number', boolean: 'true or false' }[
		typeof value as 'string'
	];
}

/** Nothing, when it lies deeper than we can reach. */
function quoted(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}
