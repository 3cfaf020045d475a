import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importAnswer, readCallFile, UnusableFile } from '#areas/programmes';
import { importCall as bringIn } from '#areas/programmes/server';
import { prepareDatabase } from '#server/jobs';
import { house } from '#shared/actor';
import { answer, exit, Unusable, type Verb } from './answer.ts';
import { openDatabase } from './database.ts';
import { readText } from './read-text.ts';

export const importCall: Verb = {
	summary: 'Brings in a programme’s call from a file of facts',
	usage: 'FILE.json [--opens DATE] [--out FILE] [--data DIR]',
	details: `
A call whose dates are known is published; one with dates missing is kept as a draft, and the answer says what is
missing. The same programme again is corrected by what the file says, and keeps what the file does not say.

  FILE.json      facts of a call; - reads standard input. tests/fixtures/programme/ has two real ones
  --opens DATE   the day on which it opens instead, like 2026-03-01: every date moves by as many days and keeps its
                 time of day
  --out FILE     where the answer goes (default: standard output)
  --data DIR     where Placard keeps its own database (default: ./data); not used with DATABASE_URL`,
	async run(args) {
		const { file, values } = argumentsOf(args);
		const asked = { text: await readText(file, expected), ...(values.opens ? { opens: values.opens } : {}) };
		refuseUnusable(file, asked);
		const database = await openDatabase(values.data);
		try {
			await prepareDatabase(database.url);
			await give(JSON.stringify(importAnswer(await bringIn(house, asked)), null, '\t'), values.out);
			return exit.done;
		} finally {
			await database.close();
		}
	}
};

function argumentsOf(args: string[]) {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		args,
		options: { opens: text, out: text, data: text },
		allowPositionals: true
	});
	const [file, more] = positionals;
	if (file === undefined || more !== undefined)
		throw new Unusable(
			'import-call needs one file, or - for standard input. See placard import-call --help.'
		);
	return { file, values };
}

/** Before any database is opened: whoever mistyped a name hears so at once. */
function refuseUnusable(file: string, { text, opens }: { text: string; opens?: string }): void {
	try {
		readCallFile(text, { opens });
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		const place = error.line ? `${file}, line ${error.line}` : file;
		throw new Unusable(`${place}: ${error.message}.`);
	}
}

async function give(json: string, out: string | undefined): Promise<void> {
	if (out === undefined) answer(json);
	else await writeFile(out, `${json}\n`);
}

const expected = { largest: 1_000_000, sentence: 'a call was expected, as a JSON object' };
