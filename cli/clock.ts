import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
	answerRow,
	calendarOf,
	clockBy,
	explain,
	isCivilDate,
	languages,
	movesBetween,
	readFacts,
	readHolidays,
	standingOn,
	ukHolidays,
	type AnswerRow,
	type Clock,
	type Facts,
	type FactsFile,
	type HolidayTable,
	type Language
} from '#packages/statutory-clock';
import { answer, exit, say, Unusable, type Verb } from './answer.ts';
import { readText } from './read-text.ts';

export const clock: Verb = {
	summary: 'Says when answers to information requests are due, with the working',
	usage: 'FACTS.json [--today DATE] [--explain en|cy] [--ics FILE] [--holidays FILE.json] [--out FILE]',
	details: `
  FACTS.json       an array of cases, with the field names of packages/statutory-clock/examples; - reads standard input
  --today DATE     also says where each case stands on that day
  --explain LANG   also tells each case in plain words: en, or cy (Welsh that nobody has reviewed)
  --ics FILE       also writes the days as a calendar file
  --holidays FILE  other bank holidays than our own, in the form of packages/statutory-clock/tables/uk-bank-holidays.json;
                   a case that they move also says where it was
  --out FILE       where the answer goes (default: standard output)

Exit code 1 when some day cannot be told because the bank holidays are not known that far. Prompts and reminders, never
legal advice.`,
	async run(args) {
		const { file, values, language } = argumentsOf(args);
		const { facts } = usable(file, readFacts(await readText(file, expected)));
		const holidays = values.holidays === undefined ? ukHolidays : await tableIn(values.holidays);
		const clocks = facts.map(clockBy(holidays));
		const rows = clocks.map((one) => rowOf(one, values.today, language));
		if (values.ics !== undefined)
			await writeFile(values.ics, calendarIn(clocks, facts, values.today, language));
		await give(
			JSON.stringify(values.holidays ? withMoves(rows, facts, holidays) : rows, null, '\t'),
			values.out
		);
		return tellUnknown(clocks);
	}
};

const expected = { largest: 32_000_000, sentence: 'a JSON array of cases was expected' };

function argumentsOf(args: string[]) {
	const text = { type: 'string' } as const;
	const options = { today: text, explain: text, ics: text, holidays: text, out: text };
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [file, more] = positionals;
	if (file === undefined || more !== undefined)
		throw new Unusable('clock needs one file of cases, or - for standard input. See placard clock --help.');
	const today: unknown = values.today;
	if (today !== undefined && !isCivilDate(today))
		throw new Unusable(
			`--today is ${JSON.stringify(today)}; expected a date that exists, like "2026-10-29".`
		);
	const language = languages.find((one) => one === values.explain);
	if (values.explain !== undefined && language === undefined)
		throw new Unusable(`--explain is "${values.explain}"; expected en or cy.`);
	return { file, values, language };
}

/** Nothing is answered where anything is wrong: half an answer would be taken for a whole one. */
function usable(file: string, read: FactsFile): FactsFile {
	const { faults, unused } = read;
	const shown = faults.slice(0, 20).map(({ line, sentence }) => `${file}, line ${line}: ${sentence}.`);
	if (faults.length > shown.length) shown.push(`${file}: and ${faults.length - shown.length} faults more.`);
	if (shown.length) throw new Unusable(shown.join('\n'));
	for (const [id, fields] of unused)
		say(`${file}: case ${id} has ${fields.join(', ')}, which changes nothing here.`);
	return read;
}

async function tableIn(file: string): Promise<HolidayTable> {
	const table = readHolidays(
		await readText(file, { largest: 4_000_000, sentence: 'a table of bank holidays was expected' })
	);
	if (typeof table === 'string') throw new Unusable(`${file}: ${table}.`);
	return table;
}

function rowOf(one: Clock, today: string | undefined, language: Language | undefined) {
	return {
		...answerRow(one),
		...(today === undefined ? {} : { standing: standingOn(today, one) }),
		...(language
			? { explanation: { language, reviewed: language === 'en', paragraphs: explain(one, language) } }
			: {})
	};
}

/** The same input gives the same bytes, so the file is dated by what was handed in: today, or the last day told. */
function calendarIn(
	clocks: readonly Clock[],
	facts: readonly Facts[],
	today?: string,
	language: Language = 'en'
) {
	const last = facts
		.map(({ received, transferred, sent }) => received ?? transferred ?? sent!)
		.sort()
		.at(-1);
	const stamp = `${(today ?? last ?? '1970-01-01').replaceAll('-', '')}T000000Z`;
	const entries = clocks.map((clock) => ({ clock }));
	return calendarOf(entries, { stamp, host: 'clock.placard.invalid', language });
}

function withMoves(rows: readonly AnswerRow[], facts: readonly Facts[], holidays: HolidayTable) {
	const moves = new Map(movesBetween(facts, ukHolidays, holidays).map(({ before }) => [before.id, before]));
	say(`${moves.size} of ${facts.length} cases move with these bank holidays.`);
	return rows.map((row) => {
		const before = moves.get(row.id);
		return before ? { ...row, was: { due: before.due, due_latest_arguable: before.latestArguable } } : row;
	});
}

async function give(json: string, out: string | undefined): Promise<void> {
	if (out === undefined) answer(json);
	else await writeFile(out, `${json}\n`);
}

function tellUnknown(clocks: readonly Clock[]): number {
	const unknown = clocks.filter(({ cannotTell }) => cannotTell);
	for (const { id, cannotTell } of unknown.slice(0, 20)) say(`${id}: ${cannotTell}`);
	return unknown.length ? exit.no : exit.done;
}
