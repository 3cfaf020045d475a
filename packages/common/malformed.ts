/** A file that cannot be used: one sentence that says where, what is wrong and what is expected. */
export class Malformed extends Error {
	override name = 'Malformed';

	constructor(wrong: string, line?: number) {
		super(line === undefined ? wrong : `line ${line}: ${wrong}`);
	}
}

/** What stood there, short enough for a sentence. */
export function quoted(text: string): string {
	return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
