/**
 * Something that went wrong in a way we expected and can explain.
 * `code` is a word ('call-closed'); the sentence people read is `problem_call_closed` in the catalogue.
 */
export class Problem extends Error {
	readonly code: string;
	readonly details: Record<string, unknown>;
	constructor(code: string, details: Record<string, unknown> = {}) {
		super(code);
		this.name = 'Problem';
		this.code = code;
		this.details = details;
	}
}

/** What was sent does not have the right shape: the code of one problem a field, for the error summary. */
export class Unusable extends Problem {
	readonly fields: Readonly<Record<string, string>>;
	constructor(fields: Record<string, string>) {
		super('unusable', { fields });
		this.fields = fields;
	}
}

/** Said in hours where they are many: nobody counts 1,440 minutes. `hours` is 0 below that. */
export function tooMany(minutes: number): Problem {
	return new Problem('too-many', { minutes, hours: minutes > 90 ? Math.ceil(minutes / 60) : 0 });
}
