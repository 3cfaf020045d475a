import type { Locale } from '#words/addresses';
import { languageOf } from './languages.ts';
import { Refused } from './refused.ts';
import { keyOf, type Column, type Table } from './table.ts';
import type { Spoken } from './words.ts';

export type Languages = {
	main: Locale;
	others: Locale[];
	/** For the columns of this sheet. */
	in(table: Table): Spoken;
	/** Columns in languages that we do not speak, and those that say again what another says. */
	unread(table: Table): Column[];
};

/** In which languages a workbook is written, and which of them come first. */
export function languagesIn(
	tables: readonly Table[],
	declared: string | undefined,
	usual: Locale
): Languages {
	const named = [...new Set(tables.flatMap(localesNamed))];
	const plain = plainLanguage(declared, named, usual);
	const isPlain = plain !== undefined && tables.some((table) => table.columns.some(isPlainLabel));
	const main = (declared && languageOf(declared)) || (isPlain ? plain : named[0]);
	if (main === undefined && tables.some((table) => namesOf(table).length || table.columns.some(isPlainLabel)))
		throw new Refused('no-language', { sheet: 'survey', inputs: { languages: tongues(tables, declared) } });
	const first = main ?? usual;
	const others = [...new Set([...named, ...(isPlain ? [plain] : [])])].filter((one) => one !== first);
	const keys = (table: Table) => keysIn(table, plain);
	return {
		main: first,
		others,
		in: (table) => {
			const found = keys(table);
			return { main: first, others, keys: (column, locale) => found.get(`${column} ${locale}`) ?? ' ' };
		},
		unread: (table) => {
			const read = [...keys(table).values()];
			return table.columns.filter((column) => isSpoken(column) && !read.includes(keyOf(column)));
		}
	};
}

/** Which language the columns are in that name none. */
function plainLanguage(
	declared: string | undefined,
	named: readonly Locale[],
	usual: Locale
): Locale | undefined {
	if (declared && !/^default$/i.test(declared)) return languageOf(declared);
	return named.includes(usual) ? undefined : usual;
}

const isPlainLabel = ({ name, language }: Column) => name === 'label' && language === undefined;
const isSpoken = ({ name, language }: Column) =>
	['label', 'hint', 'required_message'].includes(name) ||
	(language !== undefined && name.startsWith('placard'));

function namesOf({ columns }: Table): string[] {
	return columns.flatMap(({ name, language }) =>
		name === 'label' && language !== undefined ? [language] : []
	);
}

function localesNamed(table: Table): Locale[] {
	return namesOf(table).flatMap((name) => languageOf(name) ?? []);
}

function tongues(tables: readonly Table[], declared = ''): string {
	const names = tables.flatMap(namesOf);
	return [...new Set(names.length ? names : [declared])].slice(0, 8).join(', ').slice(0, 200);
}

/** 'label cy' → the key of its cells. Of two columns in one language the first counts. */
function keysIn({ columns }: Table, plain: Locale | undefined): Map<string, string> {
	const keys = new Map<string, string>();
	for (const column of columns) {
		const locale = column.language === undefined ? plain : languageOf(column.language);
		const key = `${column.name} ${locale}`;
		if (locale !== undefined && !keys.has(key)) keys.set(key, keyOf(column));
	}
	return keys;
}
