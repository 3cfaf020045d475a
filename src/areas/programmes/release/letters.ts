/** The letters that a host can put into words of its own. `up`: a reserve moves up; `full`: one never does; `later`, `late`: still waiting. */
export const letterKinds = ['offer', 'reserve', 'not', 'up', 'full', 'later', 'late'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What stands in braces in a letter, and is filled in for each reader. */
export const mergeFields = [
	'group',
	'programme',
	'reference',
	'feedback',
	'answer_by',
	'position',
	'decisions_by',
	'contact'
] as const;
export type MergeField = (typeof mergeFields)[number];
export type Merged = Partial<Record<MergeField, string>>;

const field = /\{\s*([\p{L}\d_ -]+?)\s*\}/gu;

/** Braces around what is no field: a reader would get them as they are. */
export function unknownFields(words: string): string[] {
	const used = [...words.matchAll(field)].map((found) => found[1]!.toLowerCase());
	return [...new Set(used.filter((one) => !(mergeFields as readonly string[]).includes(one)))];
}

export function usesField(words: string, name: MergeField): boolean {
	return [...words.matchAll(field)].some((found) => found[1]!.toLowerCase() === name);
}

/** The letter as paragraphs. A line of which nothing is left but an empty field goes. What people wrote is not read for fields. */
export function merged(words: string, fields: Merged): string[] {
	return words
		.split(/\n{2,}/)
		.map((paragraph) =>
			paragraph
				.split('\n')
				.flatMap((line) => {
					const filled = line.replaceAll(
						field,
						(_, name: string) => fields[name.toLowerCase() as MergeField] ?? ''
					);
					return filled.trim() === '' && line.trim() !== '' ? [] : [filled];
				})
				.join('\n')
				.trim()
		)
		.filter(Boolean);
}
