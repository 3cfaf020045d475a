import { columnLanguage } from './languages.ts';
import { saysTheSame } from '../mark.ts';
import { most } from '../shape.ts';
import type { Words } from '../words.ts';
import { jsonCell } from './facts.ts';
import { tidy, type Line } from './table.ts';
import { cellsFor, wordsIn, type Spoken } from './words.ts';

/** A row to be written, by the headings of its columns; what is empty may be missing. */
export type Written = Record<string, string>;

/** As it will be read again. */
export function lineOf(row: Written): Line {
	const cells = Object.entries(row).map(([key, text]): [string, string] => [key, tidy(text)]);
	return { row: 0, cells: new Map(cells.filter(([, text]) => text)) };
}

export function spokenIn({ main, others }: Pick<Spoken, 'main' | 'others'>): Spoken {
	return { main, others, keys: (column, locale) => `${column}::${columnLanguage(locale)}` };
}

/** Words in the columns of their languages, and beside them what those cannot say. */
export function withWords(row: Written, column: string, words: Words | undefined, spoken: Spoken): Written {
	if (!words) return row;
	const said: Written = {};
	for (const [locale, text] of Object.entries(cellsFor(words, spoken)))
		said[spoken.keys(column, locale as Spoken['main'])] = text;
	const longest = column === 'label' && !row.type?.startsWith('note') ? most.label : most.help;
	const again = wordsIn(lineOf(said), column, spoken, longest);
	const note: Written = saysTheSame(again ?? null, words)
		? {}
		: { [noteColumn(column, row)]: jsonCell(words) };
	return { ...row, ...said, ...note };
}

/** In the sheet of choices a name with colons would break other tools. */
function noteColumn(column: string, row: Written): string {
	return 'list_name' in row ? `placard_${column}` : `placard::${column}`;
}
