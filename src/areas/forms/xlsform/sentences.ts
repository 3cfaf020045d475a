import * as m from '#words';
import { faultSentence } from '../fault-words.ts';
import type { Fault } from '../form-json.ts';
import type { Locale } from '#words/addresses';
import type { Refusal } from './refused.ts';
import type { Outcome, Reason } from './report.ts';
import { mostIn } from './sheet.ts';

type Message = (inputs: Record<string, unknown>, options: { locale?: Locale }) => string;
/** Chosen by code; words: xlsform_* and words: xlsform_refused_* and words: xlsform_why_* and words: problem_file_* */
const messages = m as unknown as Record<string, Message | undefined>;

function sentence(key: string, inputs: Record<string, unknown> = {}, locale?: Locale): string | undefined {
	return messages[key.replaceAll('-', '_')]?.(inputs, locale ? { locale } : {});
}

/** "Sheet “survey”, row 8: There is something to the right of column 200. …" */
export function refusalSentence({ code, sheet, row, inputs }: Refusal, locale?: Locale): string {
	const limits = { megabytes: mostIn.bytes / 1e6, columns: mostIn.columns, rows: mostIn.rows };
	const said =
		sentence(`xlsform_refused_${code}`, { ...limits, ...inputs }, locale) ??
		sentence(`problem_${code}`, {}, locale) ??
		m.xlsform_refused_no_workbook({}, locale ? { locale } : {});
	if (sheet === undefined) return said;
	const place = { sheet, row: row ?? 0, sentence: said };
	return row === undefined
		? sentence('xlsform_place_sheet', place, locale)!
		: sentence('xlsform_place_row', place, locale)!;
}

export function reasonSentence({ code, ...inputs }: Reason, locale?: Locale): string {
	const { fault, key } = inputs;
	const because =
		typeof fault === 'string' ? { because: faultSentence({ code: fault, at: String(key) }) } : {};
	return (
		sentence(`xlsform_why_${code}`, { ...inputs, ...because }, locale) ??
		sentence('xlsform_why_other', {}, locale)!
	);
}

export function outcomeWords(outcome: Outcome, locale?: Locale): string {
	return sentence(`xlsform_${outcome}`, {}, locale)!;
}

/** What is wrong with a form in JSON, and where: the first of it, and how much more there is. */
export function faultsSentence([first, ...more]: readonly Fault[]): string {
	const said = first ? faultSentence({ ...first, ...placeOf(first) }) : m.xlsform_why_other();
	return more.length ? m.xlsform_fault_more({ sentence: said, count: more.length }) : said;
}

/** Names in a broken file can be anything. */
function placeOf({ question, at }: Fault): Pick<Fault, 'question' | 'at'> {
	return question === undefined ? { at: clipped(at) || '…' } : { question: clipped(question), at };
}

function clipped(text: string): string {
	const line = text.replace(/\s+/g, ' ').toWellFormed();
	return line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line;
}
