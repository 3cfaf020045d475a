import { createHash } from 'node:crypto';

/**
 * A word that nobody writes by chance, for one thing that not everybody may see. Letters alone, so that every form
 * takes it and no encoding changes it. Where it comes out, that thing came out.
 */
export function markOf(thing: string): string {
	const hash = createHash('sha256').update(thing).digest('hex').slice(0, 16);
	return `zq${hash.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;
}
