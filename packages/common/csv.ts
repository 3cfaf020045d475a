import { Malformed } from './malformed.ts';

type OnRow = (fields: string[], line: number) => void;

/** Longer than any statement; a quote that is never closed would otherwise swallow the whole file. */
const longest = 1_000_000;

/** Takes a CSV (RFC 4180) in pieces of text and hands on row after row, keeping no more than one of them. */
export function csvReader(onRow: OnRow) {
	let rest = '';
	let line = 1;
	const take = (row: string) => {
		const text = row.endsWith('\r') ? row.slice(0, -1) : row;
		if (text !== '') onRow(fieldsOf(text, line), line);
		line += 1 + (text.includes('"') ? count(text, '\n') : 0);
	};
	return {
		push(piece: string) {
			const text = rest + (rest === '' && line === 1 ? piece.replace(/^\uFEFF/, '') : piece);
			let start = 0;
			// Looked for once, and again only when passed: most files have no quotes at all.
			let quote = text.indexOf('"');
			for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
				if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
				if (quote >= 0 && quote < end) end = endOutsideQuotes(text, quote);
				if (end < 0) break;
				take(text.slice(start, end));
				start = end + 1;
			}
			rest = text.slice(start);
			if (rest.length > longest)
				throw new Malformed('this row has no end; expected a row of a CSV, its quotes closed', line);
		},
		end() {
			if (rest.includes('"') && count(rest, '"') % 2)
				throw new Malformed('a quote is opened and never closed; expected a closing quote', line);
			take(rest);
			rest = '';
		}
	};
}

/** The line break after the quotes that begin here. */
function endOutsideQuotes(text: string, first: number): number {
	let quote = first;
	while (quote >= 0) {
		const close = text.indexOf('"', quote + 1);
		if (close < 0) return -1;
		const end = text.indexOf('\n', close);
		quote = text.indexOf('"', close + 1);
		if (quote < 0 || end < quote) return end;
	}
	return -1;
}

function fieldsOf(row: string, line: number): string[] {
	if (!row.includes('"')) return row.split(',');
	const fields: string[] = [];
	let at = 0;
	while (at <= row.length) {
		const field = row[at] === '"' ? quotedField(row, at, line) : plainField(row, at);
		fields.push(field.text);
		at = field.next;
	}
	return fields;
}

function plainField(row: string, at: number) {
	const end = row.indexOf(',', at);
	const stop = end < 0 ? row.length : end;
	return { text: row.slice(at, stop), next: stop + 1 };
}

function quotedField(row: string, at: number, line: number) {
	let end = row.indexOf('"', at + 1);
	while (end >= 0 && row[end + 1] === '"') end = row.indexOf('"', end + 2);
	if (end < 0 || (end + 1 < row.length && row[end + 1] !== ','))
		throw new Malformed('quotes stand inside a field; expected them around the field, doubled within', line);
	return { text: row.slice(at + 1, end).replaceAll('""', '"'), next: end + 2 };
}

function count(text: string, what: string): number {
	let found = 0;
	for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) found++;
	return found;
}

/** For tables that fit into memory. */
export function csvRows(text: string): { fields: string[]; line: number }[] {
	const rows: { fields: string[]; line: number }[] = [];
	const reader = csvReader((fields, line) => rows.push({ fields, line }));
	reader.push(text);
	reader.end();
	return rows;
}

/** Where the named columns stand; the first of several names that is there. */
export function columnsOf<Name extends string>(
	header: string[],
	names: Record<Name, readonly string[]>
): Record<Name, number> {
	const plain = header.map((name) => name.trim().toLowerCase());
	const places = Object.entries<readonly string[]>(names).map(([name, any]) => [
		name,
		Math.max(
			-1,
			...any
				.map((one) => plain.indexOf(one))
				.filter((at) => at >= 0)
				.slice(0, 1)
		)
	]);
	return Object.fromEntries(places) as Record<Name, number>;
}

/** A field that a spreadsheet would take for a formula begins with an apostrophe; quotes and commas are kept apart. */
export function csvField(value: string | number): string {
	const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
