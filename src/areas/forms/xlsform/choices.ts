import type { Option } from '../question.ts';
import { most, OptionValue } from '../shape.ts';
import * as v from 'valibot';
import { noted } from './notes.ts';
import { jsonCell, jsonIn, wordsFact } from './facts.ts';
import { lineFor, type Reason, type ReportLine } from './report.ts';
import type { Line, Table } from './table.ts';
import type { Spoken } from './words.ts';

/** One list of choices: the options it gives, and the names by which expressions know them. */
export type ChoiceList = { options: Option[]; byName: Map<string, string>; isUsed: boolean };

/** The sheet of choices. What becomes of its rows is said at the end, when it is known which lists were used. */
export class Choices {
	#lists = new Map<string, ChoiceList>();
	#rows: { line: Line; list: string; name: string; why: Reason[]; not: boolean }[] = [];
	#spoken: Spoken;
	constructor(table: Table, spoken: Spoken) {
		this.#spoken = spoken;
		for (const line of table.lines) this.#add(line);
	}

	/** As a question uses it. */
	use(name: string): ChoiceList | undefined {
		const list = this.#lists.get(name);
		if (list) list.isUsed = true;
		return list;
	}

	report(): ReportLine[] {
		return this.#rows.map(({ line, list, name, why, not }) => {
			const isUsed = this.#lists.get(list)?.isUsed;
			const reasons = isUsed ? why : [{ code: list ? 'list-not-used' : 'list-missing' }];
			return lineFor('choices', line.row, list, name, reasons, not || !isUsed);
		});
	}

	#add(line: Line): void {
		const list = line.cells.get('list_name') ?? '';
		const name = line.cells.get('name') ?? '';
		const why = list ? this.#option(line, list, name) : { why: [], not: true };
		this.#rows.push({ line, list, name, ...why });
	}

	#option(line: Line, list: string, name: string): { why: Reason[]; not: boolean } {
		const known = this.#lists.get(list) ?? { options: [], byName: new Map<string, string>(), isUsed: false };
		this.#lists.set(list, known);
		if (line.cells.get('placard_part') === 'placeholder') return { why: [], not: false };
		const value = valueIn(line.cells.get('placard_value')) ?? name;
		if (!v.is(OptionValue, value)) return { why: [{ code: 'choice-name-missing' }], not: true };
		if (known.options.some((option) => option.value === value))
			return { why: [{ code: 'choice-twice' }], not: true };
		if (known.options.length >= most.options)
			return { why: [{ code: 'choices-too-many', most: most.options }], not: true };
		const label = noted(line, 'label', this.#spoken, most.label);
		const help = line.cells.get('placard_help');
		const helped = help === undefined ? undefined : wordsFact(help);
		known.options.push({ value, label: label ?? { text: value }, ...(helped ? { help: helped } : {}) });
		if (!known.byName.has(name)) known.byName.set(name, value);
		return { why: [...(label ? [] : [{ code: 'choice-label-missing' }]), ...unreadIn(line)], not: false };
	}
}

/** Text, or text as JSON where other tools would read something else in it. */
export function valueCell(value: string): string {
	return /^"|\$\{/.test(value) ? jsonCell(value) : value;
}

function valueIn(text: string | undefined): string | undefined {
	const read = text?.startsWith('"') ? jsonIn(text) : text;
	return typeof read === 'string' ? read : undefined;
}

/** Pictures and sounds of a choice; columns that filter other lists are said at the question that does so. */
function unreadIn(line: Line): Reason[] {
	const columns = [...line.cells.keys()].filter((key) => /^(media::|image|audio|video|big-image)/.test(key));
	const isCut = [...line.cells].some(([key, text]) => /^label(::|$)/.test(key) && text.length > most.label);
	return [
		...(isCut ? [{ code: 'text-cut' }] : []),
		...(columns.length ? [{ code: 'columns', columns: columns.join(', ').slice(0, 300) }] : [])
	];
}
