import * as v from 'valibot';
import { placesIn } from '#packages/statutory-clock';
import { clockChangeAt, instantOf, isZone } from '#shared/dates';
import { clean } from '#shared/fields';
import { CallFile, isDay, unreadKeys } from './call-file.schema.ts';
import { contentOf, type SaidContent } from './call-file-content.ts';
import type { CallDates } from './call-gaps.ts';
import { kindOf, shown, UnusableFile, withLines } from './unusable-file.ts';

export { UnusableFile };

/** What a file of facts says: nothing in it is made up, and what it does not say is not here. */
export type FiledCall = {
	name: string;
	content: SaidContent;
	dates: CallDates;
	/** What the reader of the answer should know: keys nobody read, times that the clocks skip or repeat. */
	remarks: string[];
};

const largest = 1_000_000;

/**
 * Reads a call from the text of a file. `opens`: the day on which it is to open instead; every date moves by as many
 * days and keeps its time on the wall.
 * @throws UnusableFile
 */
export function readCallFile(text: string, { opens }: { opens?: string | undefined } = {}): FiledCall {
	const raw = parseJson(text);
	return withLines(text, () => {
		refuseTwice(text);
		return filed(raw, opens);
	});
}

function filed(raw: unknown, opens: string | undefined): FiledCall {
	const file = checked(raw);
	const unread = unreadKeys(raw as object);
	const remarks = unread.length ? [`Not read, because a call has no such part: ${unread.join(', ')}.`] : [];
	const { shifted, remark } = shift(file, opens);
	const { content, remarks: more } = contentOf(file);
	return {
		name: clean(file.programme),
		content,
		dates: instants(shifted),
		remarks: [...remarks, ...remark, ...more, ...clockRemarks(shifted)]
	};
}

function parseJson(text: string): unknown {
	if (text.length > largest)
		throw new UnusableFile(
			`it is ${(text.length / 1e6).toFixed(1)} MB long; a call was expected, in less than ${largest / 1e6} MB`
		);
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new UnusableFile(`it is not JSON (${placeOf(error, text)}); a call was expected, as a JSON object`);
	}
}

/** Of a part that is there twice, one would be lost. */
function refuseTwice(text: string): void {
	const [first] = placesIn(text).twice;
	if (!first) return;
	const refusal = new UnusableFile(`${shown(first.key)} is there twice; expected each once`);
	refusal.line = first.line;
	throw refusal;
}

function checked(raw: unknown): CallFile {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
		throw new UnusableFile(`it holds ${kindOf(raw)}; a call was expected, as a JSON object`);
	const read = v.safeParse(CallFile, raw);
	if (!read.success) throw unusable(read.issues[0]);
	const { timeZone, opens, closes } = read.output;
	if (timeZone ? !isZone(timeZone) : opens || closes)
		throw new UnusableFile(
			`timeZone is ${shown(timeZone ?? undefined)}; expected an IANA time zone like "Europe/London"`,
			['timeZone']
		);
	if (opens && closes && opens.slice(0, 16) >= closes.slice(0, 16))
		throw new UnusableFile(`closes is ${shown(closes)}; expected a time after it opens (${shown(opens)})`, [
			'closes'
		]);
	return read.output;
}

function unusable(issue: v.BaseIssue<unknown>): UnusableFile {
	const path = (issue.path ?? []).map(({ key }) =>
		typeof key === 'number' ? `[${key}]` : `.${String(key)}`
	);
	const value = issue.path?.at(-1)?.value;
	const needed = issue.path?.length === 1 ? 'the name of the programme' : 'a text';
	const expected = value === undefined ? needed : issue.message;
	const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
	return new UnusableFile(`${path.join('').slice(1)} is ${shown(value)}; expected ${expected}`, keys);
}

function shift(
	file: CallFile,
	opens: string | undefined
): { shifted: ReturnType<typeof localDates>; remark: string[] } {
	if (opens === undefined) return { shifted: localDates(file), remark: [] };
	if (!isDay(opens)) throw new UnusableFile(`--opens is ${shown(opens)}; expected a date like "2026-03-01"`);
	if (!file.opens)
		return {
			shifted: localDates(file),
			remark: ['The file does not say when the call opens, so --opens could not move its dates.']
		};
	const days = Math.round((Date.parse(opens) - Date.parse(file.opens.slice(0, 10))) / 86_400_000);
	return { shifted: localDates(file, days), remark: [] };
}

function localDates(
	file: Pick<CallFile, 'timeZone' | 'opens' | 'closes' | 'decisionsBy' | 'runs'>,
	days = 0
) {
	const later = (written: string | null | undefined) => (written ? daysLater(written, days) : null);
	return {
		zone: file.timeZone ?? 'UTC',
		opens: later(file.opens),
		closes: later(file.closes),
		decisionsBy: later(file.decisionsBy),
		runsFrom: later(file.runs?.from),
		runsTo: later(file.runs?.to)
	};
}

/** A time that the clocks skip moves on by the hour skipped; of one that they repeat, the first. */
function instants({ zone, opens, closes, ...days }: ReturnType<typeof localDates>): CallDates {
	const at = (local: string | null) => local && instantOf(local, zone);
	return { zone, opensAt: at(opens) || null, closesAt: at(closes) || null, ...days };
}

/** The same time on the wall, so many days later by the calendar. */
function daysLater(written: string, days: number): string {
	const day = new Date(Date.parse(`${written.slice(0, 10)}T00:00:00Z`) + days * 86_400_000);
	return day.toISOString().slice(0, 10) + written.slice(10);
}

function clockRemarks(dates: ReturnType<typeof localDates>): string[] {
	return (['opens', 'closes'] as const).flatMap((name) => {
		const written = dates[name];
		const change = written && clockChangeAt(written, dates.zone);
		if (!change) return [];
		return change === 'skipped'
			? [`${name}: the clocks of ${dates.zone} skip ${written}, so it was taken an hour later.`]
			: [`${name}: the clocks of ${dates.zone} show ${written} twice, so the first was taken.`];
	});
}

/** V8 says where by a position, or by a word of what stands there. */
function placeOf(error: unknown, text: string): string {
	if (text.trim() === '') return 'it is empty';
	const { message } = error as Error;
	const [, position] = /position (\d+)/.exec(message) ?? [];
	const [, token, before, words] = /token '(.+?)', (\.\.\.)?"([^]*)"(?:\.\.\.)? is not/u.exec(message) ?? [];
	if (position === undefined && (token === undefined || words === undefined)) return 'it ends too early';
	const at = position ? Number(position) : text.indexOf(words!) + (before ? 10 : words!.indexOf(token!));
	if (at >= text.trimEnd().length) return 'it ends too early';
	return `line ${text.slice(0, Math.max(0, at)).split('\n').length}`;
}
