import { createHash } from 'node:crypto';

/** JSON whose bytes follow from what it says alone: every name in its order, a tab, a line each. */
export function canonical(value: unknown): string {
	return `${JSON.stringify(sorted(value), null, '\t')}\n`;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

export type Summed = { name: string; sha256: string };

/** As `sha256sum` writes it and checks it. */
export function sumsOf(files: ReadonlyMap<string, string>, photos: readonly Summed[] = []): string {
	const texts = [...files].map(([name, text]) => ({ name, sha256: hashOf(text) }));
	const all = [...texts, ...photos].toSorted((one, other) => (one.name < other.name ? -1 : 1));
	return all.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}

export function hashOf(text: string | Uint8Array): string {
	return createHash('sha256').update(text).digest('hex');
}
