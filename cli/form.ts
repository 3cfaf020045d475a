import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formAsJson, formFromJson, type Fault, type StoredForm } from '#areas/forms';
import {
	counted,
	faultsSentence,
	readXlsForm,
	reasonSentence,
	refusalSentence,
	xlsFormOf,
	type ReportLine,
	type XlsForm
} from '#areas/forms/xlsform/server';
import { placesIn } from '#packages/statutory-clock';
import { locales, type Locale } from '#words/addresses';
import { answer, exit, say, Unusable, type Verb } from './answer.ts';
import { readBytes } from './read-text.ts';

export const form: Verb = {
	summary: 'Turns an XLSForm into a form of Placard, and back',
	usage: 'FILE.xlsx|FILE.json [--out FILE] [--report] [--language LANG] [--seen-by WORD] [--title TEXT]',
	details: `
  FILE.xlsx        an XLSForm; the answer is the form, as JSON
  FILE.json        a form; the answer is an XLSForm, and needs --out
                   - reads either from standard input
  --out FILE       where the form goes (default for JSON: standard output)
  --report         what became of every row of the XLSForm, as JSON on standard output; the form goes to --out alone
  --language LANG  the language of columns that name none: en, cy, es, fr or ar (default: en)
  --seen-by WORD   who sees the answers to questions that do not say (default: staff)
  --title TEXT     what the XLSForm is called (default: Form)

What is taken, and what is not, is listed in src/areas/forms/xlsform/README.md. Exit code 1 when no question of the file
could be taken.`,
	async run(args) {
		const { file, values } = argumentsOf(args);
		const bytes = await readBytes(file, expected);
		if (
			bytes
				.toString('utf8', 0, 64)
				.trimStart()
				.replace(/^\uFEFF/, '')
				.startsWith('{')
		)
			return toXlsForm(file, bytes, values);
		const read = await readXlsForm(bytes, {
			main: languageOf(values.language),
			seenBy: values['seen-by'] ?? 'staff'
		});
		if (read.refused) throw new Unusable(`${file}: ${refusalSentence(read.refused)}`);
		return give(file, read, values);
	}
};

type Values = { out?: string; report?: boolean; language?: string; 'seen-by'?: string; title?: string };

const expected = { largest: 5_000_000, sentence: 'an XLSForm or a form as JSON was expected' };

function argumentsOf(args: string[]): { file: string; values: Values } {
	const text = { type: 'string' } as const;
	const options = {
		out: text,
		report: { type: 'boolean' },
		language: text,
		'seen-by': text,
		title: text
	} as const;
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [file, more] = positionals;
	if (file === undefined || more !== undefined)
		throw new Unusable('form needs one file, or - for standard input. See placard form --help.');
	if (values['seen-by'] !== undefined && !/^[a-z]+(-[a-z0-9]+){0,4}$/.test(values['seen-by']))
		throw new Unusable(`--seen-by is "${values['seen-by']}"; expected a word of small letters, like staff.`);
	return { file, values };
}

function languageOf(asked = 'en'): Locale {
	const language = locales.find((one) => one === asked);
	if (!language) throw new Unusable(`--language is "${asked}"; expected ${locales.join(', ')}.`);
	return language;
}

async function give(
	file: string,
	{ form, title, report }: XlsForm,
	{ out, report: isAsked }: Values
): Promise<number> {
	const json = formAsJson(form);
	if (out !== undefined) await writeFile(out, json);
	if (isAsked) answer(JSON.stringify({ title, ...counts(report), rows: report.map(told) }, null, '\t'));
	else if (out === undefined) answer(json.trimEnd());
	const count = counted(report);
	say(
		`${file}: ${count.taken} taken, ${count.differently} taken differently, ${count['not-taken']} not taken.${isAsked ? '' : ' --report says what became of each row.'}`
	);
	return form.sections.length ? exit.done : exit.no;
}

function counts(report: readonly ReportLine[]) {
	const count = counted(report);
	return { taken: count.taken, differently: count.differently, not_taken: count['not-taken'] };
}

/** A row as the answer tells it: codes for programs, sentences for people. */
function told({ sheet, row, type, name, outcome, why }: ReportLine) {
	const reasons = why.map((reason) => ({ ...reason, sentence: reasonSentence(reason) }));
	return { sheet, ...(row ? { row } : {}), type, name, outcome, why: reasons };
}

async function toXlsForm(file: string, bytes: Buffer, { out, title }: Values): Promise<number> {
	const text = bytes.toString('utf8');
	const { form, faults } = formFromJson(text);
	if (!form) throw new Unusable(`${placeOf(file, text, faults)}: ${faultsSentence(faults)}`);
	if (out === undefined) throw new Unusable('An XLSForm is not text: say with --out where it goes.');
	await writeFile(out, written(file, form, title));
	return exit.done;
}

function written(file: string, form: StoredForm, title = 'Form'): Buffer {
	const made = xlsFormOf(form, title);
	if ('refused' in made) throw new Unusable(`${file}: ${refusalSentence(made.refused)}`);
	return made.bytes;
}

function placeOf(file: string, text: string, [first]: readonly Fault[]): string {
	const path = (first?.at ?? '')
		.split('.')
		.filter(Boolean)
		.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
	const line = path.length ? placesIn(text).lineOf(path) : undefined;
	return line ? `${file}, line ${line}` : file;
}
