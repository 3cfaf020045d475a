import { calibrate, shareOfTen, type Applicant, type CohortCall, type Review } from '#packages/selection';
import { optionOf, type Terms } from '../terms/terms.ts';
import type { Changes } from './board.schema.ts';

/** What somebody answered to the questions that are chosen by: values of options, and topics. */
export type Candidate = { id: string; answers: Readonly<Record<string, readonly string[]>> };

/** How the scores of several readers became one; `none`: nobody has read anything. */
export type Basis = 'calibrated' | 'plain' | 'none';

export type Instance = {
	call: CohortCall;
	applicants: Applicant[];
	basis: Basis;
	/** Nobody's score of these is in: they cannot be chosen. */
	unread: string[];
};

/** The rule of a what-if or of the call, told apart from others by the key that the solver gives it. */
export type Rule =
	| { is: 'quota'; question: string; option: string; min: number; max: number; isPersonal: boolean; isOpen: boolean; why: string }
	| { is: 'alone'; question: string; option: string }
	| { is: 'least'; score: number }
	| { is: 'in' | 'out'; id: string }; // prettier-ignore

/** Pure: what a call published, with the changes of a what-if, and what is known of those who applied. */
export function instanceOf(
	terms: Terms,
	places: number | null,
	candidates: readonly Candidate[],
	scores: readonly Review[],
	changes: Changes
): Instance | undefined {
	const size = changes.size ?? places;
	if (!size) return undefined;
	const marks = marksOf(scores);
	return {
		call: {
			size,
			attributes: Object.fromEntries(terms.attributes.map(({ question, weight }) => [question, weight])),
			weights: weightsOf(terms, changes),
			leastScore: terms.leastScore === null ? 0 : shareOfTen(terms.leastScore),
			quotas: quotasOf(terms, changes).map(({ question, option, min, max, isPersonal }) => ({
				...placed(question, option, isPersonal),
				min: min ?? 0,
				max: max ?? size
			})),
			exclusions: [],
			lockedIn: changes.in.toSorted(),
			ruledOut: changes.out.toSorted(),
			notAlone: terms.notAlone.map(({ question, option }) => [`${question}=${option}`, 'yes'] as const)
		},
		applicants: candidates.map((one) => applicantOf(one, terms, changes, marks.of.get(one.id))),
		basis: marks.basis,
		unread: candidates.filter(({ id }) => !marks.of.has(id)).map(({ id }) => id)
	};
}

/** The three weights as shares of one. */
export function weightsOf({ parts }: Terms, { weights }: Changes): CohortCall['weights'] {
	const { difference, match, score } = isReweighed({ weights }) ? (weights as Terms['parts']) : parts;
	const sum = difference + match + score;
	return { difference: difference / sum, match: match / sum, score: score / sum };
}

/** Three numbers were said that are not nothing together. */
export function isReweighed({ weights }: Pick<Changes, 'weights'>): boolean {
	const said = Object.values(weights);
	return said.every((one) => one !== null) && said.reduce<number>((sum, one) => sum + (one ?? 0), 0) > 0;
}

/** What rules are made from; nothing of it is what a what-if alone adds. */
type RulesOf = Pick<Terms, 'leastScore' | 'quotas' | 'notAlone'>;
export const noRules: RulesOf = { leastScore: null, quotas: [], notAlone: [] };

export function rulesOf(terms: RulesOf, changes: Changes, size: number): Map<string, Rule> {
	return new Map<string, Rule>([
		...(terms.leastScore === null
			? []
			: [['least score', { is: 'least', score: terms.leastScore }] as const]),
		...quotasOf(terms, changes).map(({ question, option, min, max, isPersonal, why }) => {
			const { attribute, value } = placed(question, option, isPersonal);
			const rule: Rule = { is: 'quota', question, option, min: min ?? 0, max: max ?? size, isPersonal, isOpen: max === null, why }; // prettier-ignore
			return [`quota ${attribute}=${value}`, rule] as const;
		}),
		...terms.notAlone.map(
			({ question, option }) =>
				[`not alone ${question}=${option}=yes`, { is: 'alone', question, option }] as const
		),
		...changes.in.map((id) => [`in ${id}`, { is: 'in', id }] as const),
		...changes.out.map((id) => [`out ${id}`, { is: 'out', id }] as const)
	]);
}

type SaidQuota = {
	question: string;
	option: string;
	min: number | null;
	max: number | null;
	isPersonal: boolean;
	/** As the call published it. */
	why: string;
};

/** Those of the call, then those of the what-if. A what-if makes none about a person. */
function quotasOf(terms: Pick<Terms, 'quotas'>, { rules }: Changes): SaidQuota[] {
	return [...terms.quotas, ...rules.map((rule) => ({ ...optionOf(rule.of), min: rule.min, max: rule.max, isPersonal: false, why: '' }))]; // prettier-ignore
}

/** How people describe themselves enters rules as a group; every other option as a yes of its own, so that several can be true. */
function placed(question: string, option: string, isPersonal: boolean) {
	const both = `${question}=${option}`;
	return isPersonal ? { attribute: 'groups', value: both } : { attribute: both, value: 'yes' };
}

type Mark = { score: number; error: number };

function applicantOf(
	{ id, answers }: Candidate,
	terms: Terms,
	changes: Changes,
	mark: Mark | undefined
): Applicant {
	const has = ({ question, option }: { question: string; option: string }) =>
		answers[question]?.includes(option) ?? false;
	const quotas = quotasOf(terms, changes);
	const flags = [...quotas.filter(({ isPersonal }) => !isPersonal), ...terms.notAlone].filter(has);
	const offers = [...new Set(answers['teach'])].toSorted();
	return {
		id,
		attributes: Object.fromEntries([
			...terms.attributes.map(({ question }) => [question, answers[question]?.[0] ?? '']),
			...flags.map(({ question, option }) => [`${question}=${option}`, 'yes'])
		]) as Record<string, string>,
		groups: quotas
			.filter((quota) => quota.isPersonal && has(quota))
			.map(({ question, option }) => `${question}=${option}`),
		offers,
		// Whoever can teach it has no need to learn it.
		needs: [...new Set(answers['learn'])].filter((topic) => !offers.includes(topic)).toSorted(),
		score: mark?.score ?? 0,
		scoreError: mark?.error ?? 0,
		isEligible: mark !== undefined
	};
}

/** Calibrated where readers can be compared; else the plain mean, with what its spread tells of its error. */
export function marksOf(scores: readonly Review[]): { basis: Basis; of: Map<string, Mark> } {
	if (!scores.length) return { basis: 'none', of: new Map() };
	const answer = calibrate(scores);
	if (answer.isCalibrated)
		return {
			basis: 'calibrated',
			of: new Map(
				Object.entries(answer.applicant).map(([id, { calibrated, se }]) => [
					id,
					{ score: shareOfTen(calibrated), error: se / 9 }
				])
			)
		};
	const spread = spreadOf(scores, answer.applicant);
	return {
		basis: 'plain',
		of: new Map(
			Object.entries(answer.applicant).map(([id, { mean, reviews }]) => [
				id,
				{ score: shareOfTen(mean), error: spread / Math.sqrt(reviews) / 9 }
			])
		)
	};
}

/** How far readers of one application are apart, over all of them. */
function spreadOf(scores: readonly Review[], of: Record<string, { mean: number }>): number {
	const free = scores.length - Object.keys(of).length;
	if (free <= 0) return 0;
	const squares = scores.reduce(
		(sum, { application, score }) => sum + (score - of[application]!.mean) ** 2,
		0
	);
	return Math.sqrt(squares / free);
}
