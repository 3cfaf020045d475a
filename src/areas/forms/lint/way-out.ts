import type { Locale } from '#words/addresses';
import type { Question } from '../question.ts';
import { plain, type Wording } from './wording.ts';

/** How people say that none of the answers is theirs, or that they do not want to say. */
const phrases: Record<Locale, RegExp> = {
	en: /\b(?:not sure|unsure|(?:do not|don't) know|none of|neither|nobody|nothing|no one|other|something else|somebody else|somewhere else|someone else|another way|elsewhere|prefer not|rather not|not say|does not apply|doesn't apply|not applicable|no answer|no preference|either|different)\b/,
	cy: /(?:ddim yn si[wŵ]r|ddim yn gwybod|ansicr|dim un|yr un o|neb|dim byd|arall|gwell gen|peidio â dweud|ddim yn berthnasol|amherthnasol|gwahanol)/,
	es: /(?:no (?:lo )?s[eé]|no estoy segur|ningun[oa]|otr[oa]s?|prefiero no|no procede|nada)/,
	fr: /(?:ne sais pas|pas s[uû]re?|aucune?|autres?|préfère ne pas|sans objet|rien|ailleurs)/,
	ar: /(?:لا أعرف|لست متأكد|غير متأكد|لا شيء|أخرى|آخر|غير ذلك|أفضل عدم|لا ينطبق)/
};

/** Whoever must choose, and finds nothing that fits, has to say what is not so. */
export function hasNoWayOut(question: Question, { language, options }: Wording): boolean {
	if (!question.required || !('options' in question) || question.optionsFrom) return false;
	if (question.kind === 'ranking' || options.length < 2) return false;
	return !options.some((option) => phrases[language].test(plain(option)));
}
