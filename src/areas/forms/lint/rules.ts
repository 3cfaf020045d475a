import { countWords } from '#shared/word-count';
import type { Question, StoredForm } from '../question.ts';
import type { Words } from '../words.ts';
import type { Said } from './finding.ts';
import { gapIn, overlapIn, rangesIn } from './ranges.ts';
import { canBeAsked } from './reachable.ts';
import { readingAge } from './reading-age.ts';
import { specialWords } from './special.ts';
import { secondAsk } from './two-in-one.ts';
import { hasNoWayOut } from './way-out.ts';
import { isSaidIn, plain, wordsIn, type Wording } from './wording.ts';

/** One question among the others, as the rules look at it. */
export type Asked = {
	question: Question;
	wording: Wording;
	earlier: readonly Question[];
	earlierWordings: readonly Wording[];
	form: Pick<StoredForm, 'main' | 'others'>;
	/** Words for who sees an answer that many people read under. */
	seenByMany: readonly string[];
};
type LintRule = (asked: Asked) => Said[];

/** The most that is easily read: words of a label, years of reading, words of an answer. */
export const limits = { labelWords: 25, readingAge: 14, answerWords: 500 } as const;

export const rules: readonly LintRule[] = [
	sensitive,
	neverAsked,
	need,
	personal,
	twoInOne,
	noWayOut,
	optionLists,
	twice,
	translations,
	help,
	wordLimit,
	label,
	readability
];

function sensitive({ question, wording }: Asked): Said[] {
	const told = specialWords([wording.label, ...wording.options].join(' \n '), wording.language);
	if (!told.length || question.kind === 'statement') return [];
	const words = told.slice(0, 4).join(', ');
	return [
		...(question.purpose ? [] : [{ code: 'special-category' as const, words }]),
		...(question.required ? [{ code: 'required-sensitive' as const, words }] : [])
	];
}

function neverAsked({ question, earlier }: Asked): Said[] {
	return canBeAsked(question, earlier) ? [] : [{ code: 'never-asked' }];
}

/** A promise is kept for itself; every other answer is for something. */
function need({ question }: Asked): Said[] {
	const isFor = question.neededBy?.length || question.kind === 'statement';
	return isFor ? [] : [{ code: 'nobody-needs' }];
}

/** What these kinds ask for is of a person who can be recognised, unless somebody says otherwise. */
const ofPersons = ['email', 'telephone', 'address'];

function personal({ question, wording, seenByMany }: Asked): Said[] {
	if (question.personal)
		return seenByMany.includes(question.seenBy) ? [{ code: 'personal-seen-by-many' }] : [];
	const tells = ofPersons.includes(question.kind) || ('autocomplete' in question && isOwnName(question));
	const unmarked = tells || specialWords(wording.label, wording.language).length > 0;
	return unmarked && question.personal === undefined ? [{ code: 'personal-unmarked' }] : [];
}

function isOwnName({ autocomplete }: { autocomplete?: string }): boolean {
	return /(?:^| )(?:(?:given-|family-|additional-)?name|bday|sex)(?:$|-)/.test(autocomplete ?? '');
}

function twoInOne({ question: { kind }, wording: { label: text, language } }: Asked): Said[] {
	const words = secondAsk(text, kind, language);
	return words === undefined ? [] : [{ code: 'two-questions', words }];
}

function noWayOut({ question, wording }: Asked): Said[] {
	return hasNoWayOut(question, wording) ? [{ code: 'no-way-out' }] : [];
}

/** Several may be ticked where more than one fits; one of a list must be the only one that does. */
function optionLists({ question, wording: { options } }: Asked): Said[] {
	const twin = options.find((one, n) => options.findIndex((other) => plain(other) === plain(one)) < n);
	const alike = twin === undefined ? [] : [{ code: 'options-alike' as const, words: twin }];
	if (question.kind !== 'choice') return alike;
	const ranges = rangesIn(options);
	const pair = (found: ReturnType<typeof overlapIn>) => found?.map(({ text }) => text).join(' · ');
	const [overlap, gap] = [pair(overlapIn(ranges)), pair(gapIn(ranges))];
	return [
		...alike,
		...(overlap ? [{ code: 'options-overlap' as const, words: overlap }] : []),
		...(gap ? [{ code: 'options-gap' as const, words: gap }] : [])
	];
}

const single = ['email', 'telephone'];

function twice({ question, wording, earlier, earlierWordings }: Asked): Said[] {
	const same = earlier.findIndex(
		(other, n) =>
			sameWords(earlierWordings[n]!.label, wording.label) ||
			(other.kind === question.kind && single.includes(question.kind))
	);
	return same < 0 ? [] : [{ code: 'asked-twice', other: earlierWordings[same]!.label }];
}

function sameWords(one: string, other: string): boolean {
	const [a, b] = [wordsIn(one).join(' '), wordsIn(other).join(' ')];
	return a !== '' && a === b;
}

function translations({ question, form: { main, others } }: Asked): Said[] {
	const languages = others.filter((language) =>
		textsOf(question).some((words) => !isSaidIn(words, language, main))
	);
	return languages.length ? [{ code: 'translation-missing', languages }] : [];
}

export function textsOf(question: Question): Words[] {
	const options = 'options' in question ? question.options : [];
	const all = [question.label, question.help, question.purpose, question.keptFor, question.whenMissing];
	return [...all, ...options.flatMap((one) => [one.label, one.help])].filter((words) => words !== undefined);
}

function help({ question, wording }: Asked): Said[] {
	return question.kind === 'long-text' && !wording.help ? [{ code: 'help-missing' }] : [];
}

function wordLimit({ question }: Asked): Said[] {
	if (question.kind !== 'long-text') return [];
	if (question.maxWords === undefined) return [{ code: 'word-limit-missing' }];
	if (question.maxWords <= limits.answerWords) return [];
	return [{ code: 'word-limit-large', count: question.maxWords }];
}

function label({ question, wording }: Asked): Said[] {
	const count = countWords(wording.label);
	const isLong = count > limits.labelWords && question.kind !== 'statement';
	return isLong ? [{ code: 'label-long', count }] : [];
}

function readability({ wording: { label: text, help: more, language } }: Asked): Said[] {
	const age = readingAge(`${text}\n${more}`, language);
	return age !== undefined && age > limits.readingAge ? [{ code: 'reading-age', count: age }] : [];
}
