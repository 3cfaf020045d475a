import * as m from '#words';
import { askedIn, isWrittenPart, type Asked } from '../call-fields.ts';
import { parts } from '../call-gaps.ts';

/** What the desk's form calls a text: "Purpose", "Session 2: Place". */
export function nameOfText(path: string): string {
	const dotted = path.replaceAll('/', '.');
	for (const part of parts.filter((one) => isWrittenPart(one))) {
		const { fields, rows } = askedIn(part);
		const field = fields.find(({ name }) => name === dotted);
		if (field) return field.label;
		const row =
			rows && dotted.startsWith(`${rows.name}.`) && nameInRow(dotted.slice(rows.name.length + 1), rows);
		if (row) return row;
	}
	return kindName(path);
}

function nameInRow(
	rest: string,
	{ rowName, fields }: { rowName: string; fields: Asked[] }
): string | undefined {
	const [index, name] = rest.split('.') as [string, string];
	const field = fields.find((one) => one.name === name);
	return field && `${rowName} ${Number(index) + 1}: ${field.label}`;
}

/** The examples of kinds have no field of their own in the list: they stand one for each kind. */
function kindName(path: string): string {
	const [, index] = /^kinds\/(\d+)\//.exec(path) ?? [];
	return index === undefined ? path : `${m.call_desk_kinds()} ${Number(index) + 1}`;
}
