import type { MessageKey, Option, Question } from '#areas/forms';

/**
 * Questions that show who is reached and who is not. Optional, apart from the application, and never joined to a
 * person: what is kept is how often each option was chosen.
 * words: apply_equality_age_*, words: apply_equality_disability_*, words: apply_equality_ethnicity_*,
 * words: apply_equality_gender_*, words: apply_equality_background_*
 */
export const equalityQuestions: readonly Extract<Question, { kind: 'choice' }>[] = [
	ask('age', ['under-25', 'from-25', 'from-40', 'from-60']),
	ask('disability', ['yes', 'no']),
	ask('ethnicity', ['asian', 'black', 'mixed', 'white', 'another']),
	ask('gender', ['woman', 'man', 'another']),
	ask('background', ['yes', 'no', 'unsure'])
];

/** The smallest number that is shown, and the step to which numbers are rounded. */
export const smallestShown = 5;

export type EqualityCount = { question: string; option: string; count: number };
export type ShownCount = { question: string; option: string; about: number | null };

/** What staff are shown: rounded to fives, each number for itself; fewer than five are hidden. No totals. */
export function roundedCounts(counts: readonly EqualityCount[]): ShownCount[] {
	return equalityQuestions.flatMap(({ key, options }) =>
		options.map(({ value }) => {
			const count = counts.find((one) => one.question === key && one.option === value)?.count ?? 0;
			return { question: key, option: value, about: rounded(count) };
		})
	);
}

/** Null: fewer than five, perhaps none. */
function rounded(count: number): number | null {
	return count < smallestShown ? null : Math.round(count / smallestShown) * smallestShown;
}

function ask(name: string, values: readonly string[]) {
	const options: Option[] = [...values, 'rather-not'].map((value) => ({
		value,
		label: { message: labelOf(name, value) }
	}));
	return {
		key: `equality-${name}`,
		kind: 'choice' as const,
		label: { message: `apply_equality_${name}_label` as MessageKey },
		options,
		seenBy: 'nobody'
	};
}

function labelOf(name: string, value: string): MessageKey {
	if (value === 'rather-not') return 'apply_equality_rather_not';
	return `apply_equality_${name}_${value.replaceAll('-', '_')}` as MessageKey;
}
