import { placesIn } from '#packages/statutory-clock';

/** The file cannot be used; the message is the rest of a sentence that begins with the file's name. */
export class UnusableFile extends Error {
	/** Where in the file the part stands that cannot be used: its keys, from the outside in. */
	readonly path: readonly (string | number)[] | undefined;
	line: number | undefined;
	constructor(message: string, path?: readonly (string | number)[]) {
		super(message);
		this.path = path;
	}
}

/** Says of what is thrown on which line of the text it stands. */
export function withLines<T>(text: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof UnusableFile && error.path) error.line ??= placesIn(text).lineOf(error.path);
		throw error;
	}
}

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
