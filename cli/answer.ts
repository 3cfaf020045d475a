/** Exit codes of every verb (docs of the command: README). */
export const exit = { done: 0, no: 1, unusable: 2, late: 3, bug: 70 } as const;

export type Verb = {
	/** What it does, in the list of verbs. */
	readonly summary: string;
	/** The lines of `--help` after the usage line; each begins with an option or argument. */
	readonly usage: string;
	readonly details?: string;
	run(args: string[]): Promise<number>;
};

/** What was handed to the command cannot be used: one sentence with the file, the line, what is wrong and what is expected. */
export class Unusable extends Error {
	override name = 'Unusable';
}

/** For people, while it works: standard error, so that answers stay alone on standard output. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** The answer itself. */
export function answer(text: string): void {
	process.stdout.write(`${text}\n`);
}
