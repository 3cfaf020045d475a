/** A worksheet as text: rows that have something in them, with the number that people see beside them. */
export type Row = { number: number; cells: readonly string[] };
export type Sheet = { name: string; rows: readonly Row[] };

/** More than the largest XLSForm that anybody fills in; it bounds what a file can cost. */
export const mostIn = {
	bytes: 5_000_000,
	entries: 1000,
	unpacked: 8_000_000,
	rows: 6000,
	columns: 200,
	cells: 250_000,
	/** Excel's own limit of one cell. */
	cell: 32_767
} as const;
