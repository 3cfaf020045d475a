import { numberFormat } from '#shared/formats';
import * as m from '#words';
import { getLocale, type Locale } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import type { CallContent } from '../call.schema.ts';
import { labelsOf, type Choice } from './choices.ts';
import type { SaidTerms } from './terms.schema.ts';
import { saidOf } from './terms.ts';

type Said = { says: Pick<CallContent, 'selection'> & { terms?: SaidTerms }; choices?: readonly Choice[] };

/** How the panel works, in sentences. What the host has not said is not among them. */
export function termSentences({ says, choices = [] }: Said): string[] {
	const terms = saidOf(says);
	const sentences = [
		terms.readers === null ? '' : m.terms_readers({ count: terms.readers }),
		terms.names ? namesSentences[terms.names]() : '',
		...shownOnly(says),
		...partSentences(terms, choices),
		terms.leastScore === null ? '' : m.terms_least({ score: figure(terms.leastScore) }),
		...terms.quotas.map((quota) => quotaSentence(quota, choices)),
		...terms.notAlone.map(({ of }) => m.terms_not_alone(labelsOf(of, choices))),
		lotsSentence(terms),
		reservesSentence(terms),
		terms.quorum === null ? '' : m.terms_quorum({ count: terms.quorum }),
		...terms.chair.map((power) => chairSentences[power]())
	].filter(Boolean);
	return sentences.length ? [...sentences, m.terms_equality()] : [];
}

export const namesSentences = {
	discussion: m.terms_names_discussion,
	selection: m.terms_names_selection,
	release: m.terms_names_release,
	'never-hidden': m.terms_names_never_hidden
};

const chairSentences = {
	'breaks-ties': m.terms_chair_breaks_ties,
	'ends-phases': m.terms_chair_ends_phases,
	releases: m.terms_chair_releases,
	none: m.terms_chair_none
};

function shownOnly({ selection }: Said['says']): string[] {
	return selection.criteria
		.filter(({ use }) => use === 'shown')
		.map(({ name }) => m.terms_shown({ criterion: name }));
}

function partSentences({ parts, attributes }: SaidTerms, choices: readonly Choice[]): string[] {
	const { difference, match, score } = parts;
	const isSaid = difference !== null && match !== null && score !== null;
	const total = attributes.reduce((sum, { weight }) => sum + (weight ?? 1), 0);
	const shares = attributes.map(({ question, weight }) =>
		m.terms_attribute({
			question: choices.find((one) => one.question === question)?.label ?? question,
			share: figure(Math.round((1000 * (weight ?? 1)) / total) / 10)
		})
	);
	return [
		isSaid
			? m.terms_parts({ difference: figure(difference), match: figure(match), score: figure(score) })
			: '',
		shares.length ? m.terms_attributes({ list: listed(shares) }) : ''
	];
}

function quotaSentence(
	{ of, min, max, why, isPersonal }: SaidTerms['quotas'][number],
	choices: readonly Choice[]
): string {
	const what = labelsOf(of, choices);
	const rule =
		min !== null && max !== null && max > min
			? m.terms_quota_between({ ...what, least: min, most: max })
			: min !== null && max === min
				? m.terms_quota_exactly({ ...what, count: min })
				: max !== null && !min
					? m.terms_quota_most({ ...what, count: max })
					: m.terms_quota_least({ ...what, count: min ?? 0 });
	return [rule, isPersonal ? m.terms_quota_personal() : '', why ? m.terms_quota_why({ why }) : '']
		.filter(Boolean)
		.join(' ');
}

function lotsSentence({ lots, band }: SaidTerms): string {
	if (lots === null) return '';
	return lots === 'drawn' ? m.terms_lots_drawn({ band: figure(band ?? 0) }) : m.terms_lots_none();
}

function reservesSentence({ reserves }: SaidTerms): string {
	if (reserves === null) return '';
	return reserves ? m.terms_reserves({ count: reserves }) : m.terms_reserves_none();
}

export function figure(number: number, locale: Locale = getLocale()): string {
	return numberFormat(formatsIn(locale), { maximumFractionDigits: 2 }).format(number);
}

export function listed(items: readonly string[], locale: Locale = getLocale()): string {
	return new Intl.ListFormat(formatsIn(locale), { type: 'conjunction' }).format(items);
}
