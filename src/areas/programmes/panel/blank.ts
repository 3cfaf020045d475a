/** What stands where a passage was taken out. It is a word, and nobody learns from it how long the passage was. */
export const blank = '[…]';

/** The text without these names: groups as they are called, people also by each part of their names. */
export function withoutNames(
	text: string,
	names: { groups: readonly string[]; people: readonly string[] }
): string {
	const whole = without(text, [...names.groups, ...names.people], 'giu');
	return without(whole, names.people.flatMap(partsOf), 'gu');
}

/** The text without these words, wherever they stand as whole words, in any case. */
export function withoutWords(text: string, words: readonly string[]): string {
	return without(text, words, 'giu');
}

function without(text: string, words: readonly string[], flags: string): string {
	const sought = words.map((one) => one.trim()).filter((one) => one.length > 1);
	if (!sought.length) return text;
	const longestFirst = sought.toSorted((one, other) => other.length - one.length).map(pattern);
	const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, flags);
	return text.replace(any, blank);
}

/** Spaces as they come, since a name breaks over lines. */
function pattern(words: string): string {
	return words
		.split(/\s+/)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('\\s+');
}

/** "Ana Lima" is given away by "Lima" as well. Only as it is written: "Will" is a name, "will" is not. */
function partsOf(name: string): string[] {
	return name.split(/\s+/).filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
}
