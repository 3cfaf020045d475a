import { dateFormat } from '#shared/formats';
import { locales } from '#words/addresses';
import type { DateParts, Typed } from './answer.ts';
import { asciiFigures } from './figures.ts';
import type { Question } from './question.ts';
import { wrong, type Reading } from './reading.ts';

type DateQuestion = Pick<Extract<Question, { kind: 'date' }>, 'least' | 'most'>;

/** Day, month, year: "11 3 2026", "11/3/26", "11th March 2026", "March 11, 2026", "11 Mawrth 2026", "1er mars 2026", "2026-03-11". */
export function readDate({ least, most }: DateQuestion, typed: Typed): Reading {
	const value = civilDate(partsOf(typed));
	if (!value) return wrong('not-a-date');
	if (least !== undefined && value < least) return wrong('too-early', { least });
	if (most !== undefined && value > most) return wrong('too-late', { most });
	return { value };
}

function partsOf(typed: Typed): DateParts | undefined {
	if (typeof typed === 'string') return split(asciiFigures(typed));
	if (typed === null || Array.isArray(typed) || !('day' in typed)) return undefined;
	const { day, month, year } = typed;
	return {
		day: plain(day).replace(/^(\d+)\p{L}+$/u, '$1'),
		month: plain(month),
		year: plain(year)
	};
}

function split(text: string): DateParts | undefined {
	const [, year, month, day] = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*$/.exec(text) ?? [];
	if (year) return { year, month: month!, day: day! };
	const words = text.match(/\d+|\p{L}[\p{L}\p{M}]*/gu)?.filter((word) => !isOrdinal(word)) ?? [];
	const [first, second, third, ...rest] = words;
	if (!first || !second || !third || rest.length) return undefined;
	return /^\d/.test(first)
		? { day: first, month: second, year: third }
		: { day: second, month: first, year: third };
}

const isOrdinal = (word: string) => /^(st|nd|rd|th|of|o|eg|ain|ydd|fed|af|ail|de|del|er|le|el)$/i.test(word);

function civilDate(parts: DateParts | undefined): string | undefined {
	if (!parts || !/^\d{1,2}$/.test(parts.day) || !/^(\d{2}|\d{4})$/.test(parts.year)) return undefined;
	const month = monthNumber(parts.month);
	const year = wholeYear(parts.year);
	const day = Number(parts.day);
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = month > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
	return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** "26" is 2026, "74" is 1974. */
function wholeYear(year: string): number {
	return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

/** 0 when it is none. Names in any of our languages, whole or cut to three letters or more. */
function monthNumber(text: string): number {
	if (/^\d{1,2}$/.test(text)) return Number(text);
	const name = unmarked(text);
	if (name.length < 3) return 0;
	return 1 + months.findIndex((names) => names.some((one) => one.startsWith(name)));
}

const months = Array.from({ length: 12 }, (_, month) =>
	locales.flatMap((locale) => {
		const name = unmarked(
			dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 15)))
		);
		return locale === 'cy' ? [name, softened(name)] : [name];
	})
);

/** "FÉVRIER" and "fevrier" are one month, and so is "اغسطس" without its hamza. */
function unmarked(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Welsh says "1af o Fawrth": the name after "o" begins more softly. */
function softened(name: string): string {
	return name.replace(/^(?:rh|m|t|g)/, (first) => ({ rh: 'r', m: 'f', t: 'd', g: '' })[first]!);
}

function plain(text: string): string {
	return asciiFigures(text).trim().replace(/[.,]$/, '');
}
