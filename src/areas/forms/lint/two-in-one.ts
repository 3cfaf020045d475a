import type { Locale } from '#words/addresses';
import type { QuestionKind } from '../question.ts';
import { plain, wordsIn } from './wording.ts';

/*
 * Two questions in one: whoever agrees with one half and not with the other cannot answer. "And" alone tells nothing
 * ("name and address of your group"), so only a second ask behind it does.
 */

const asks: Partial<Record<Locale, { join: string; question: string; order: string; tag: RegExp }>> = {
	en: {
		join: '(?:and|or|and also|as well as|but also)',
		question:
			'(?:what|who|whom|whose|how|when|where|which|do|does|did|are|is|was|were|have|has|had|will|would|can|could|should)',
		order:
			'(?:tell|describe|explain|say|list|give|name|attach|upload|show|outline|write|send|add|select|choose)',
		tag: /^(?:and|or) (?:why|why not|how (?:much|many|often|long))\??$/
	},
	cy: {
		join: '(?:a|ac|neu|ac hefyd)',
		question:
			'(?:beth|pwy|sut|pryd|ble|faint|pa|oes|ydych|ydy|yw|oedd|allwch|fyddwch|fydd|phwy|phryd|phle|pha|sawl)',
		order: '(?:disgrifiwch|dywedwch|esboniwch|rhestrwch|rhowch|nodwch|atodwch|dangoswch|ysgrifennwch)',
		tag: /^(?:a|neu) (?:pham|faint)\??$/
	}
};

/** Only one thing can be said to these, so that two claims joined in one cannot be answered apart. */
const closed: readonly QuestionKind[] = ['choice', 'yes-no', 'number', 'date', 'statement'];
const claim =
	/^(?:is|are|was|were|do|does|did|have|has|will|would|can|could|should|i|we|ydych|oes|ydy|a oes|a ydych)\b/;

/** What joins the second to the first, as it stands in the label; undefined where one thing is asked. */
export function secondAsk(label: string, kind: QuestionKind, language: Locale): string | undefined {
	const text = plain(label);
	if (marksIn(label) > 1) return '?';
	const words = asks[language];
	if (!words) return undefined;
	const { join, question, order } = words;
	const found = new RegExp(`[ ,;]${join} (?:${question}|${order})(?![\\p{L}\\p{N}-])`, 'u').exec(text);
	if (found && isClause(text.slice(0, found.index)) && !words.tag.test(text.slice(found.index + 1)))
		return found[0].replace(/^[ ,;]+/, '');
	return language === 'en' && closed.includes(kind) ? joinedClaims(text) : undefined;
}

/** Question marks behind one another are one; those of Spanish and Arabic count by their closing mark. */
function marksIn(text: string): number {
	return (text.match(/[?؟]+/g) ?? []).length;
}

/** "When and where" is one ask; "what do you want and who …" is two. */
function isClause(before: string): boolean {
	return wordsIn(before).length >= 3;
}

/** "Is the training clear and useful?": one claim with two halves. Pairs of nouns ("staff and volunteers") are one. */
function joinedClaims(text: string): string | undefined {
	if (!claim.test(text)) return undefined;
	const halves =
		/\b(?:and|but) (?:(?:i|we|you) )?(?:agree|understood?|accept|confirm|want|need|use|work|live|study|read|like|know|plan|(?:have|will|can|do|are|am) \w+)\b/.exec(
			text
		);
	const adjectives =
		/\b(?:is|are|was|were)\b[^,?]*?\b\w+(?:ful|ive|able|ible|al|ous|ic|ent|ant|less|y|ed|ear) and \w+(?:ful|ive|able|ible|al|ous|ic|ent|ant|less|y|ed|ear)\b\??$/.exec(
			text
		);
	return halves?.[0] ?? (adjectives ? 'and' : undefined);
}
