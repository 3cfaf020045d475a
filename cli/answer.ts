import { writeFileSync } from 'node:fs';

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

/** The answer itself, and nothing else, goes here. */
export function answer(text: string): void {
	if (file === undefined) process.stdout.write(`${text}\n`);
	else writeFileSync(file, `${text}\n`);
}

let file: string | undefined;

/** `--out FILE`, which every verb takes that gives one answer: where it goes instead of standard output. */
export function answerInto(given: string | undefined): void {
	file = given;
}
