import type { Grouping } from '../grouping.ts';
import { lookOf, mark, type Look } from './colours.ts';
import type { Shown } from './shown.ts';

/** What the marks mean and how many there are, in the lower left corner; nothing where there is but one kind of mark. */
export function legend({ names }: Grouping, { of, groups, between }: Shown, size: number): string[] {
	if (groups.length < 2) return [];
	const drawn = (group: number) => of.reduce((count, one) => count + Number(one === group), 0);
	const rows = [
		...groups.map((group) => ({ look: lookOf(group), text: `group ${names[group]}: ${drawn(group)}` })),
		...(between ? [{ look: undefined, text: `between groups: ${between}` }] : [])
	];
	const top = size - 16 - 20 * rows.length;
	return rows.flatMap(({ look, text }, row) => {
		const y = top + 20 * row;
		return [
			symbol(look, 24, y),
			`<text x="38" y="${y + 5}" font-size="14" fill="#1a1a1a">${escaped(text)}</text>`
		];
	});
}

function symbol(look: Look | undefined, x: number, y: number): string {
	if (!look) return `<path d="${mark(lookOf(0), x, y, 3)}" fill="#ffffff" stroke="#595959"/>`;
	const { colour, shape } = look;
	const fill = shape === 'cross' ? 'none' : colour;
	return `<path d="${mark(look, x, y, 5)}" fill="${fill}" stroke="${colour}"/>`;
}

export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
