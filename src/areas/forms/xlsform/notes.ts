import * as v from 'valibot';
import { Help } from '../shape.ts';
import type { Words } from '../words.ts';
import { jsonIn } from './facts.ts';
import { tidy, type Line } from './table.ts';
import { cellsFor, wordsIn, type Spoken } from './words.ts';

/*
 * What a cell cannot say of words stands as JSON beside it, in `placard::label` for `label`: that they are a sentence of
 * ours, or begin with a space. It counts as long as the cells still say the same; whoever edits them is heard.
 */

export function noted(line: Line, column: string, spoken: Spoken, most: number): Words | undefined {
	const said = wordsIn(line, column, spoken, most);
	const note = line.cells.get(`placard::${column}`) ?? line.cells.get(`placard_${column}`);
	const read = note === undefined ? undefined : v.safeParse(Help, jsonIn(note));
	if (!read?.success) return said;
	const cells = cellsFor(read.output, spoken);
	const isSame = [spoken.main, ...spoken.others].every(
		(locale) => tidy(cells[locale] ?? '') === (line.cells.get(spoken.keys(column, locale)) ?? '')
	);
	return isSame ? read.output : said;
}
