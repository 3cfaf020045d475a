/** Where in a workbook: rows are counted as spreadsheet programs do, from 1. */
export type Place = { sheet?: string; row?: number };
/** Why nothing can be made of a file: a word of `xlsform_refused_*` or, for files as such, of `problem_file_*`. */
export type Refusal = Place & { code: string; inputs?: Record<string, string | number> };

/** Thrown inside the reading, and caught once around it. */
export class Refused extends Error {
	readonly refusal: Refusal;
	constructor(code: string, more: Omit<Refusal, 'code'> = {}) {
		super(code);
		this.name = 'Refused';
		this.refusal = { code, ...more };
	}
}
