import { escaped } from './xml.ts';
import { zipOf } from '#server/zip';

/** A sheet to be written: its first row is the heading. */
export type Written = { name: string; rows: readonly (readonly string[])[] };

/** An .xlsx of text and nothing else: what looks like a formula stays text. The same sheets give the same bytes. */
export function workbookOf(sheets: readonly Written[]): Buffer {
	return zipOf([
		['[Content_Types].xml', contentTypes(sheets)],
		['_rels/.rels', rels([['officeDocument', 'xl/workbook.xml']])],
		['xl/workbook.xml', workbook(sheets)],
		['xl/_rels/workbook.xml.rels', rels([...sheets.map((_, n): Related => ['worksheet', part(n)]), ['styles', 'styles.xml']])],
		['xl/styles.xml', styles],
		...sheets.map((sheet, n): [string, string] => [`xl/${part(n)}`, worksheet(sheet)])
	]); // prettier-ignore
}

type Related = [kind: string, target: string];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const part = (n: number) => `worksheets/sheet${n + 1}.xml`;

function contentTypes(sheets: readonly Written[]): string {
	const override = (name: string, kind: string) =>
		`<Override PartName="/xl/${name}" ContentType="${sheetType}.${kind}+xml"/>`;
	const ours = sheets.map((_, n) => override(part(n), 'worksheet')).join('');
	return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${ours}</Types>`;
}

function rels(all: readonly Related[]): string {
	const lines = all.map(
		([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${kind}" Target="${target}"/>`
	);
	return `${head}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheets: readonly Written[]): string {
	const lines = sheets.map(
		({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`
	);
	return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${lines.join('')}</sheets></workbook>`;
}

/** 0: text; 1: the heading. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** The heading stays in sight, and long texts are in wide columns. */
function worksheet({ rows }: Written): string {
	const heading = rows[0] ?? [];
	const widths = heading.map((_, n) => {
		const longest = Math.max(...rows.map((row) => row[n]?.length ?? 0));
		return `<col min="${n + 1}" max="${n + 1}" width="${Math.min(60, Math.max(10, longest + 2))}" customWidth="1"/>`;
	});
	const view =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const cols = widths.length ? `<cols>${widths.join('')}</cols>` : '';
	return `${head}<worksheet xmlns="${main}">${view}${cols}<sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`;
}

function rowOf(cells: readonly string[], n: number): string {
	const written = cells.map((text, column) =>
		text === ''
			? ''
			: `<c r="${lettersOf(column)}${n + 1}" s="${n ? 0 : 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
	);
	return `<row r="${n + 1}">${written.join('')}</row>`;
}

function lettersOf(column: number): string {
	const before = Math.floor(column / 26);
	return (before ? lettersOf(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}
