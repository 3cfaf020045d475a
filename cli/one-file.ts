import { parseArgs } from 'node:util';
import { answerInto, Unusable } from './answer.ts';

/** What `backup` and `restore` are asked: one file, `-` for the standard stream, and where their data and answer are. */
export function oneFile(
	args: string[],
	toDo: string
): { file: string; data?: string; out?: string; erased?: string } {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		args,
		options: { data: text, out: text, ...(toDo.startsWith('read') ? { erased: text } : {}) },
		allowPositionals: true
	});
	answerInto(values.out);
	const [file, ...more] = positionals;
	if (!file || more.length) throw new Unusable(`Name one file to ${toDo}.`);
	return { file, ...(values as { data?: string; out?: string; erased?: string }) };
}
