/** Why a row became what it became: a code of `xlsform_why_*`, and what the sentence needs. */
export type Reason = { code: string } & Record<string, string | number>;
export type Outcome = 'taken' | 'differently' | 'not-taken';
/** What became of one row of the workbook. */
export type ReportLine = {
	sheet: string;
	row: number;
	/** As it stands in the file: "select_one yes_no"; for a column, its heading. */
	type: string;
	name: string;
	outcome: Outcome;
	why: Reason[];
	/** The key of the question that came of it. */
	key?: string;
};

export function counted(lines: readonly ReportLine[]): Record<Outcome, number> {
	const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
	return { taken: count('taken'), differently: count('differently'), 'not-taken': count('not-taken') };
}

/** In the order of the workbook. */
export function inSheetOrder(lines: readonly ReportLine[]): ReportLine[] {
	const sheets = ['survey', 'choices', 'settings'];
	const place = ({ sheet }: ReportLine) => (sheets.includes(sheet) ? sheets.indexOf(sheet) : sheets.length);
	return lines.toSorted((a, b) => place(a) - place(b) || a.row - b.row);
}

export function lineFor(
	sheet: string,
	row: number,
	type: string,
	name: string,
	why: Reason[],
	not = false
): ReportLine {
	const outcome = not ? 'not-taken' : why.length ? 'differently' : 'taken';
	return { sheet, row, type: type.slice(0, 100), name: name.slice(0, 100), outcome, why };
}
