import type { Locale } from '#words/addresses';
import { plain } from './wording.ts';

/*
 * Words that tell of what UK GDPR protects most: health, belief, origin, union membership, sex life, genes and
 * biometrics, political opinions (art. 9(1)); convictions (art. 10). A word list finds what is asked for in these
 * words and nothing else: it is a hint, and the lint says so.
 */

/** What follows such a word when it is a thing and not a person's own: "health data", "the police service". */
const things =
	'(?:data|datasets?|records?|boards?|services?|departments?|centres?|polic(?:y|ies)|systems?|campaigns?|workers?|visitors?|trusts?|inequalit(?:y|ies)|statistics)';

const english = [
	`health(?!y|care|-care| ?(?:and|&) safety)(?! ${things}\\b)`,
	`disab(?:led|ilit(?:y|ies))(?! ${things}\\b)`,
	'impairments?',
	'access (?:needs?|requirements?)',
	'medical(?! (?:data|records?)\\b)',
	'diagnos(?:is|es|ed)',
	'medications?',
	'illness(?:es)?',
	'neurodiver(?:se|gent|sity)',
	'pregnan(?:t|cy)',
	'ethnic(?:ity)?',
	'rac(?:e|ial) (?:or|and) ',
	'your race',
	'racial',
	'national(?:ity| origin)',
	'religio(?:n|us)',
	'faith',
	'beliefs?',
	'political (?:opinions?|views?|party|parties)',
	'trade unions?',
	'union members?(?:hip)?',
	'sexual(?:ity)?',
	'sex life',
	'sexual orientation',
	'gender (?:identity|reassignment)',
	'trans(?:gender)?',
	'genetic',
	'biometrics?',
	'criminal (?:records?|convictions?)',
	'convictions?',
	'offences?'
];

const welsh = [
	'iechyd(?! a diogelwch)',
	'anabl(?:edd)?',
	'anableddau',
	'namau?',
	'nam ar',
	'anghenion mynediad',
	'meddygol',
	'diagnosis',
	'meddyginiaethau?',
	'salwch',
	'niwroamryw(?:iol|iaeth)',
	'beichiog(?:rwydd)?',
	'ethnig(?:rwydd)?',
	'hil(?:iol)?',
	'cenedligrwydd',
	'crefydd(?:ol)?',
	'ffydd',
	'credoau?',
	'barn wleidyddol',
	'plaid wleidyddol',
	'undeb llafur',
	'undebau llafur',
	'rhywiol(?:deb)?',
	'cyfeiriadedd rhywiol',
	'hunaniaeth rhywedd',
	'trawsryweddol',
	'genetig',
	'biometrig',
	'euogfarnau?',
	'cofnod troseddol'
];

const lists: Partial<Record<Locale, RegExp>> = { en: anyOf(english), cy: anyOf(welsh) };

/** The words of a text that tell of special-category data, each once. Languages without a list tell nothing. */
export function specialWords(text: string, language: Locale): string[] {
	const list = lists[language];
	if (!list) return [];
	return [...new Set([...plain(text).matchAll(list)].map(([found]) => found.trim()))];
}

function anyOf(patterns: readonly string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
