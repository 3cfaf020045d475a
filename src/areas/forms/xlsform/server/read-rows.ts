import { Refused } from '../refused.ts';
import { mostIn, type Row } from '../sheet.ts';
import { unescaped, walk, type Reader } from './xml.ts';

/** The rows of a worksheet that have something in them (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73). */
export async function readRows(sheet: string, part: Buffer, strings: readonly string[]): Promise<Row[]> {
	const reader = new RowReader(sheet, strings);
	await walk(part, reader);
	return reader.rows;
}

class RowReader implements Reader {
	readonly rows: Row[] = [];
	#sheet: string;
	#strings: readonly string[];
	#number = 0;
	#cells: string[] = [];
	#column = -1;
	#kind = '';
	#text = '';
	#takes = false;
	#inReading = false;
	#filled = 0;
	constructor(sheet: string, strings: readonly string[]) {
		this.#sheet = sheet;
		this.#strings = strings;
	}

	open(name: string, { r, t }: Record<string, string>): void {
		if (name === 'row') this.#beginRow(r);
		else if (name === 'c') this.#beginCell(r, t);
		else if (name === 'rPh') this.#inReading = true;
		this.#takes = name === 'v' || (name === 't' && !this.#inReading);
	}

	text(more: string): void {
		if (this.#takes) this.#text += more;
	}

	close(name: string): void {
		this.#takes = false;
		if (name === 'rPh') this.#inReading = false;
		else if (name === 'c') this.#endCell();
		else if (name === 'row') this.#endRow();
	}

	#beginRow(r: string | undefined): void {
		this.#number = r === undefined ? this.#number + 1 : Number(r);
		if (!Number.isInteger(this.#number) || this.#number < 1 || this.#number > 1_048_576)
			throw new Refused('file-damaged');
		this.#cells = [];
		this.#column = -1;
	}

	#beginCell(r: string | undefined, t: string | undefined): void {
		this.#column = r === undefined ? this.#column + 1 : columnOf(r);
		this.#kind = t ?? 'n';
		this.#text = '';
	}

	/** Most cells of most sheets are empty, far to the right and far below: only what is filled counts. */
	#endCell(): void {
		const text = this.#value();
		if (text.trim() === '') return;
		const place = { sheet: this.#sheet, row: this.#number };
		if (this.#column >= mostIn.columns) throw new Refused('too-many-columns', place);
		if (text.length > mostIn.cell) throw new Refused('cell-too-long', place);
		this.#filled += 1;
		if (this.#filled > mostIn.cells) throw new Refused('too-many-cells', place);
		this.#cells[this.#column] = text;
	}

	#value(): string {
		const text = this.#text;
		if (this.#kind === 's') return this.#strings[Number(text || '-1')] ?? '';
		if (this.#kind === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : '';
		if (this.#kind === 'e') return '';
		return this.#kind === 'n' ? plainNumber(text) : unescaped(text);
	}

	#endRow(): void {
		if (!this.#cells.length) return;
		if (this.rows.length >= mostIn.rows)
			throw new Refused('too-many-rows', { sheet: this.#sheet, row: this.#number });
		this.rows.push({ number: this.#number, cells: Array.from(this.#cells, (text) => text ?? '') });
	}
}

/** "BC12" → 54. Nothing that is not such a name gets past the limit of columns. */
function columnOf(reference: string): number {
	const letters = /^[A-Z]{1,3}(?=[0-9]+$)/.exec(reference)?.[0];
	if (letters === undefined) throw new Refused('file-damaged');
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 2.0 and 2E0 are 2 to people; long figures stay as they are. */
function plainNumber(text: string): string {
	const number = Number(text);
	return text.trim() === '' || !Number.isFinite(number) || /^\d{16,}$/.test(text)
		? text.trim()
		: String(number);
}
