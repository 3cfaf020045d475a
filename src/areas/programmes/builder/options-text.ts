import { freeKey, type Option, type Words } from '#areas/forms';
import { clean } from '#shared/fields';

/*
 * Options are written one on a line, the value that is kept in brackets behind: "Less than a year [new]". Whoever changes
 * the words leaves the brackets, and answers that were given stay what they are.
 */

export function optionLines(options: readonly Option[], textOf: (words: Words) => string): string {
	return options.map(({ value, label }) => `${textOf(label)} [${value}]`).join('\n');
}

type Line = { value: string | undefined; text: string };

/** What was there before keeps its help, and its translations while the words stay the same. */
export function optionsFrom(
	lines: string,
	before: readonly Option[],
	{ textOf, reworded }: { textOf: (words: Words) => string; reworded: (words: Words, text: string) => Words }
): Option[] {
	const read = linesIn(lines);
	const taken = read.flatMap(({ value }) => value ?? []);
	return read.map(({ value, text }) => {
		const old = before.find((option) =>
			value === undefined ? textOf(option.label) === text : option.value === value
		);
		if (old && !(value === undefined && taken.includes(old.value)))
			return { ...old, label: textOf(old.label) === text ? old.label : reworded(old.label, text) };
		const own = value ?? freeKey(text, taken, 'option');
		taken.push(own);
		return { value: own, label: { text } };
	});
}

function linesIn(lines: string): Line[] {
	const all = clean(lines).split('\n');
	return all
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter(Boolean)
		.map(lineIn);
}

function lineIn(line: string): Line {
	const [, text, value] = /^(.*?)\s*\[([^[\]]+)\]$/.exec(line) ?? [];
	return text && value?.trim() ? { text, value: value.trim() } : { text: line, value: undefined };
}
