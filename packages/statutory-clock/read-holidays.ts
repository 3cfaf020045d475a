import { isCivilDate } from './day.ts';
import { shown } from './fields.ts';
import { nations, type Holiday, type HolidayTable } from './uk-holidays.ts';

/** A table of somebody's own, in the form of tables/uk-bank-holidays.json; a sentence, without its full stop, if it is none. */
export function readHolidays(text: string): HolidayTable | string {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return 'it is not JSON; expected a table of bank holidays';
	}
	const table = (parsed ?? {}) as Record<string, unknown>;
	const lists = (table['nations'] ?? {}) as Record<string, unknown>;
	const wrong =
		wrongIn(table) ?? nations.map((nation) => wrongInList(nation, lists[nation])).find((fault) => fault);
	if (wrong) return wrong;
	const read: HolidayTable = {
		source: typeof table['source'] === 'string' ? table['source'] : 'the table given',
		known_from: firstKnown(table['known_from'], lists as HolidayTable['nations']),
		known_until: table['known_until'] as string,
		nations: lists as HolidayTable['nations']
	};
	return isTooLong(read)
		? `it covers ${read.known_from} to ${read.known_until}; expected ${mostYears} years at most`
		: read;
}

function wrongIn(table: Record<string, unknown>): string | undefined {
	if (!isCivilDate(table['known_until']))
		return `known_until is ${shown(table['known_until'])}; expected the last date that the table covers, like "2027-12-31"`;
	const from = table['known_from'];
	if (from !== undefined && (!isCivilDate(from) || from > table['known_until']))
		return `known_from is ${shown(from)}; expected a date before known_until`;
	return undefined;
}

/** Nobody knows holidays further than that, and each day of it is kept in memory. */
const mostYears = 60;

function isTooLong({ known_from, known_until }: HolidayTable): boolean {
	return Number(known_until.slice(0, 4)) - Number(known_from.slice(0, 4)) > mostYears;
}

function wrongInList(nation: string, list: unknown): string | undefined {
	if (!Array.isArray(list) || !list.length)
		return `nations has no list for ${nation}; expected its bank holidays`;
	const wrong = (list as unknown[]).find((item) => !isHoliday(item));
	return wrong === undefined
		? undefined
		: `${nation} has ${shown(wrong)}; expected a date that exists and a name`;
}

function isHoliday(item: unknown): item is Holiday {
	const { date, name } = (item ?? {}) as Record<string, unknown>;
	return isCivilDate(date) && typeof name === 'string';
}

/** A table that does not say where it begins is believed from the first January in it. */
function firstKnown(from: unknown, lists: HolidayTable['nations']): string {
	if (typeof from === 'string') return from;
	const first = nations.flatMap((nation) => lists[nation].map(({ date }) => date)).sort()[0]!;
	return `${first.slice(0, 4)}-01-01`;
}
