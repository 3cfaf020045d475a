import * as v from 'valibot';
import type { CallContent } from '../call.schema.ts';
import { slugOf } from '../slug.ts';
import { anchorIn, powers, SaidTerms, type hiddenUntil } from './terms.schema.ts';

export type Criterion = {
	key: string;
	name: string;
	about: string;
	weight: number;
	/** False: shown to the panel, and never part of a sum. */
	isSummed: boolean;
	/** What scores from 1 to 10 mean, the lowest first. */
	anchors: { score: number; says: string }[];
};
export type TermsQuota = {
	question: string;
	option: string;
	min: number | null;
	max: number | null;
	why: string;
	isPersonal: boolean;
};
export type Parts = { difference: number; match: number; score: number };

/** What a call published about how its panel chooses, before it opened; and what is usual where it said nothing. */
export type Terms = {
	criteria: Criterion[];
	/** Names are hidden from the panel until this phase begins; null: never hidden. */
	namesFrom: (typeof hiddenUntil)[number] | null;
	/** How many of the panel read each application. */
	readers: number;
	/** How much each counts, of 100. */
	parts: Parts;
	/** The choice questions that make two members different. */
	attributes: { question: string; weight: number }[];
	/** Nobody whose score is lower is chosen: 1 to 10. */
	leastScore: number | null;
	quotas: TermsQuota[];
	/** Nobody is the only one with this option: none, or at least two. */
	notAlone: { question: string; option: string }[];
	lots: { areDrawn: boolean; band: number };
	reserves: number;
	quorum: number;
	chair: (typeof powers)[number][];
};

/** Selection.md, 3.1. Names are hidden while people read alone, unless the host says otherwise. */
export const usual = {
	namesFrom: 'discussion',
	readers: 3,
	parts: { difference: 40, match: 35, score: 25 },
	attributes: ['kind', 'region', 'stage'].map((question) => ({ question, weight: 1 })),
	band: 1,
	reserves: 0,
	quorum: 2
} as const;

type Said = Pick<CallContent, 'selection'> & { terms?: SaidTerms };

export function termsOf(content: Said): Terms {
	const {
		names,
		readers,
		parts,
		attributes,
		leastScore,
		quotas,
		notAlone,
		lots,
		band,
		reserves,
		quorum,
		chair
	} = saidOf(content);
	return {
		criteria: criteriaOf(content),
		namesFrom: names === 'never-hidden' ? null : (names ?? usual.namesFrom),
		readers: readers ?? usual.readers,
		parts: partsOf(parts),
		attributes: attributes.length ? attributes.map(weighed) : usual.attributes.map((one) => ({ ...one })),
		leastScore,
		quotas: quotas.map(({ of, min, max, why, isPersonal }) => ({
			...optionOf(of),
			min,
			max,
			why,
			isPersonal: isPersonal === 'yes'
		})),
		notAlone: notAlone.map(({ of }) => optionOf(of)),
		lots: { areDrawn: lots === 'drawn', band: band ?? usual.band },
		reserves: reserves ?? usual.reserves,
		quorum: quorum ?? usual.quorum,
		chair: powers.filter((power) => chair.includes(power))
	};
}

/** What is kept of calls that were written before there were terms has none. */
export function saidOf({ terms }: Pick<Said, 'terms'>): SaidTerms {
	return terms ?? v.parse(SaidTerms, {});
}

/** "region=wales" → the question and its option. */
export function optionOf(of: string): { question: string; option: string } {
	const at = of.indexOf('=');
	return { question: of.slice(0, Math.max(at, 0)), option: of.slice(at + 1) };
}

/** The three are said together or not at all. */
function partsOf({ difference, match, score }: SaidTerms['parts']): Parts {
	if (difference === null || match === null || score === null) return { ...usual.parts };
	return { difference, match, score };
}

function weighed({ question, weight }: { question: string; weight: number | null }) {
	return { question, weight: weight ?? 1 };
}

/** A criterion whose weight nobody said counts as much as the others do on average. */
function criteriaOf({ selection: { criteria } }: Said): Criterion[] {
	const weights = criteria.flatMap(({ weight }) => weight ?? []);
	const average = weights.length ? weights.reduce((sum, one) => sum + one, 0) / weights.length : 1;
	const taken = new Set<string>();
	return criteria.map(({ name, about, weight, use, anchors }) => ({
		key: keyFor(name, taken),
		name,
		about,
		weight: weight ?? average,
		isSummed: use !== 'shown',
		anchors: (anchors ?? []).flatMap((line) => anchorIn(line) ?? []).toSorted((a, b) => a.score - b.score)
	}));
}

/** Scores are kept by it: two criteria never have the same. */
function keyFor(name: string, taken: Set<string>): string {
	const slug = slugOf(name);
	let key = slug;
	for (let number = 2; taken.has(key); number++) key = `${slug}-${number}`;
	taken.add(key);
	return key;
}
