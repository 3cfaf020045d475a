import { parseArgs } from 'node:util';
import { answerInto, Unusable } from '../answer.ts';

const text = { type: 'string' } as const;
const options = {
	beacon: text,
	committed: text,
	drawn: text,
	outcomes: text,
	secret: text,
	id: text,
	out: text
};

type Values = { [Name in keyof typeof options]?: string | undefined };
export type Asked = { step: string; files: readonly string[]; values: Values };

/** How many files each step takes, and the options without which it cannot be done. */
const steps: Record<string, { files: number; needs: (keyof Values)[] }> = {
	commit: { files: 1, needs: [] },
	pick: { files: 1, needs: ['beacon'] },
	verify: { files: 2, needs: [] },
	proof: { files: 1, needs: ['id', 'secret'] },
	check: { files: 2, needs: [] },
	page: { files: 0, needs: ['out'] }
};

const meant: Partial<Record<keyof Values, string>> = {
	beacon: 'the public number that decides',
	id: 'the person whose proof it is',
	secret: 'the file with the bytes that the host keeps',
	out: 'the file to write'
};

export function argumentsOf(args: string[]): Asked {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [step = '', ...files] = positionals;
	const known = Object.hasOwn(steps, step) ? steps[step] : undefined;
	if (!known) throw new Unusable(`draw needs ${listed(Object.keys(steps))}. See placard draw --help.`);
	if (files.length !== known.files)
		throw new Unusable(`draw ${step} takes ${counted(known.files)}. See placard draw --help.`);
	for (const need of known.needs)
		if (!values[need]?.trim()) throw new Unusable(`draw ${step} needs --${need}: ${meant[need]}.`);
	if (values.outcomes !== undefined && !/^[1-9]\d{0,14}$/.test(values.outcomes))
		throw new Unusable(`--outcomes is "${values.outcomes}"; expected a whole number from 1.`);
	if (step !== 'page') answerInto(values.out);
	return { step, files, values };
}

const listed = (names: string[]) => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
const counted = (files: number) => ['no file', 'one file', 'two files'][files];
