/**
 * What comes in, without what no database can keep as text: NUL, and half a surrogate pair. Forms and addresses
 * can hold both, so that every way in is cleaned here and not schema by schema. Files and streams stay as they are.
 */
export function keepable(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
	if (Array.isArray(value)) return value.map(keepable);
	if (!isPlain(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inside]) => [keepable(name), keepable(inside)])
	);
}

function isPlain(value: unknown): value is object {
	const prototype: unknown = typeof value === 'object' && value !== null && Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
