import type { Fields } from './form-action.ts';

type Nest = { [name: string]: unknown };

/**
 * For `shape`: 'words.en.lead' becomes { words: { en: { lead } } }, so that a field is called alike in the form, in
 * the schema and in what comes back as wrong. No prototype: a field called __proto__ is a field.
 */
export function nested(fields: Fields): Nest {
	const whole = Object.create(null) as Nest;
	for (const [name, value] of Object.entries(fields)) put(whole, name.split('.').slice(0, 8), value);
	return whole;
}

function put(into: Nest, [first, ...rest]: string[], value: unknown): void {
	if (!rest.length) {
		into[first!] = value;
		return;
	}
	const inner = into[first!];
	if (inner === undefined) put((into[first!] = Object.create(null) as Nest), rest, value);
	else if (Object.getPrototypeOf(inner) === null) put(inner as Nest, rest, value);
}
