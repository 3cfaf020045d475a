/**
 * A table as a file for spreadsheets (RFC 4180): UTF-8 with a byte order mark, so that every program reads accents.
 * What a spreadsheet would take for a formula is made text by an apostrophe in front.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return byteOrderMark + csvLines(rows);
}

export const byteOrderMark = '\ufeff';

/** More of the same table: for files that are sent in parts. */
export function csvLines(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
