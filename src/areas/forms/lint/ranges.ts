/** What an option covers, where it is a range of numbers: "10 to 20", "under 5", "more than 50", "65+". */
export type Range = { least: number; most: number; text: string };

const number = '(\\d[\\d,.\\s]*)';
const between = new RegExp(`^\\D{0,12}${number}\\s*(?:-|–|—|to|i|hyd at|and)\\s*\\D{0,3}${number}\\D*$`, 'i');
const below = new RegExp(`^(?:under|less than|fewer than|below|llai na|dan|o dan)\\s+\\D{0,3}${number}`, 'i');
const upTo = new RegExp(`^(?:up to|hyd at|at most)\\s+\\D{0,3}${number}`, 'i');
const above = new RegExp(`^(?:over|more than|above|mwy na|dros)\\s+\\D{0,3}${number}`, 'i');
const from = new RegExp(
	`^(?:at least\\s+\\D{0,3}${number}|\\D{0,3}${number}\\s*(?:\\+|or more|or over|and over|neu fwy))`,
	'i'
);
const alone = /^\D{0,3}(\d[\d,]*)$/;

/** Ranges of whole numbers, in their order. Empty unless three options or more are ranges: years and dates are none. */
export function rangesIn(options: readonly string[]): Range[] {
	const ranges = options.flatMap((option) => rangeOf(option.trim()) ?? []);
	const isList = ranges.length >= 3 && ranges.some(({ least, most }) => most > least);
	return isList ? ranges.toSorted((a, b) => a.least - b.least || a.most - b.most) : [];
}

function rangeOf(text: string): Range | undefined {
	const read = (pattern: RegExp) => pattern.exec(text)?.slice(1).filter(Boolean).map(valueOf);
	const [low, high] = read(between) ?? [];
	if (low !== undefined && high !== undefined) return { least: low, most: high, text };
	const under = read(below)?.[0];
	if (under !== undefined) return { least: -Infinity, most: under - 1, text };
	const top = read(upTo)?.[0];
	if (top !== undefined) return { least: -Infinity, most: top, text };
	const over = read(above)?.[0];
	if (over !== undefined) return { least: over + 1, most: Infinity, text };
	const bottom = read(from)?.[0];
	if (bottom !== undefined) return { least: bottom, most: Infinity, text };
	const one = read(alone)?.[0];
	return one === undefined ? undefined : { least: one, most: one, text };
}

function valueOf(text: string): number {
	return Number(text.replaceAll(/[,\s]|\.$/g, ''));
}

/** The first two that share a number. */
export function overlapIn(ranges: readonly Range[]): [Range, Range] | undefined {
	const at = ranges.findIndex((one, n) => n > 0 && one.least <= ranges[n - 1]!.most);
	return at < 0 ? undefined : [ranges[at - 1]!, ranges[at]!];
}

/** The first two between which a whole number is missing. */
export function gapIn(ranges: readonly Range[]): [Range, Range] | undefined {
	const at = ranges.findIndex((one, n) => n > 0 && one.least > ranges[n - 1]!.most + 1);
	return at < 0 ? undefined : [ranges[at - 1]!, ranges[at]!];
}
