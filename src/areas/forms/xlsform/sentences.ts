import * as m from '#words';
import type { Fault } from '../form-json.ts';
import type { Locale } from '#words/addresses';
import type { Refusal } from './refused.ts';
import type { Outcome, Reason } from './report.ts';
import { mostIn } from './sheet.ts';

type Message = (inputs: Record<string, unknown>, options: { locale?: Locale }) => string;
/** Chosen by code; words: xlsform_* and words: problem_file_* */
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
	const because = typeof inputs.fault === 'string' ? { because: faultWords(inputs.fault, locale) } : {};
	return sentence(`xlsform_why_${code}`, { ...inputs, ...because }, locale) ?? faultWords('other', locale);
}

export function outcomeWords(outcome: Outcome, locale?: Locale): string {
	return sentence(`xlsform_${outcome}`, {}, locale)!;
}

/** What is wrong with a form in JSON, and where: the first of it, and how much more there is. */
export function faultsSentence(faults: readonly Fault[], locale?: Locale): string {
	const [first] = faults;
	const said = first ? faultSentence(first, locale) : faultWords('other', locale);
	const count = faults.length - 1;
	return count > 0 ? sentence('xlsform_fault_more', { sentence: said, count }, locale)! : said;
}

function faultSentence({ code, question, at }: Fault, locale?: Locale): string {
	const said = faultWords(code, locale);
	if (at === '') return said;
	const short = { question: clipped(question ?? '', 60), at: clipped(at, 120) };
	const place = question === undefined ? short.at : sentence('xlsform_fault_question', short, locale)!;
	return sentence('xlsform_fault_at', { place, sentence: said }, locale)!;
}

function faultWords(code: string, locale?: Locale): string {
	return sentence(`xlsform_fault_${code}`, {}, locale) ?? sentence('xlsform_fault_other', {}, locale)!;
}

/** Names in a broken file can be anything. */
function clipped(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').toWellFormed();
	return line.length > most ? `${line.slice(0, most).toWellFormed()}…` : line;
}
