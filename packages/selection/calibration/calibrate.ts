import { inverseOf } from './inverse.ts';
import { circlesOf, panelOf, type Panel } from './panel.ts';
import type { Review } from './reviews.ts';

export type Calibration = {
	readonly isCalibrated: true;
	/** On the scale of the scores, with its standard error and the plain mean beside it. */
	readonly applicant: Record<string, { calibrated: number; se: number; mean: number; reviews: number }>;
	/** How much higher a reviewer scores than the others would. For the chair alone. */
	readonly reviewerOffset: Record<string, number>;
	readonly varianceOfReviewers: number;
	readonly varianceOfErrors: number;
	/** Reviews that are further from what was expected than two standard deviations: worth a talk. */
	readonly discuss: readonly Review[];
};

export type Refused = {
	readonly isCalibrated: false;
	readonly because: string;
	readonly applicant: Record<string, { mean: number; reviews: number }>;
};

export type WhyRefused =
	| { readonly why: 'none' | 'single' }
	| { readonly why: 'few'; readonly reviewers: readonly string[] }
	| { readonly why: 'circles'; readonly circles: readonly (readonly string[])[] };

const fewestReviews = 3;

/**
 * Scores of several reviewers made comparable: y = m(application) + b(reviewer) + e, where b is drawn from a normal
 * distribution whose variance the scores themselves tell (restricted maximum likelihood, Patterson and Thompson 1971; by
 * the equations of Henderson 1984). Where reviewers do not differ it is the plain mean.
 */
export function calibrate(reviews: readonly Review[]): Calibration | Refused {
	const panel = panelOf(reviews);
	const refused = whyNot(panel);
	const plain = plainMeans(panel);
	if (refused) return { isCalibrated: false, because: sentenceOf(refused), applicant: plain };
	const fit = fitted(panel);
	const spread = Math.sqrt(fit.ofErrors);
	return {
		isCalibrated: true,
		applicant: Object.fromEntries(
			panel.applications.map((id, one) => [
				id,
				{ calibrated: fit.means[one]!, se: fit.errors[one]!, ...plain[id]! }
			])
		),
		reviewerOffset: Object.fromEntries(panel.reviewers.map((id, one) => [id, fit.offsets[one]!])),
		varianceOfReviewers: fit.ofReviewers,
		varianceOfErrors: fit.ofErrors,
		discuss: reviewsIn(panel).filter(
			(_, at) =>
				Math.abs(panel.scores[at]! - fit.means[panel.of[at]!]! - fit.offsets[panel.by[at]!]!) > 2 * spread
		)
	};
}

/** Scores from 1 to 10 as the shares from 0 to 1 that a cohort is chosen by. */
export function shareOfTen(score: number): number {
	return Math.min(1, Math.max(0, (score - 1) / 9));
}

/** Why scores cannot be made comparable, with the reviewers whom it is about; nothing where they can. */
export function whyRefused(reviews: readonly Review[]): WhyRefused | undefined {
	return whyNot(panelOf(reviews));
}

function whyNot(panel: Panel): WhyRefused | undefined {
	if (panel.scores.length === 0) return { why: 'none' };
	const few = panel.reviewers.filter((_, one) => panel.perReviewer[one]! < fewestReviews);
	if (few.length) return { why: 'few', reviewers: few };
	const circles = circlesOf(panel);
	if (circles.length > 1) return { why: 'circles', circles };
	return panel.scores.length <= panel.applications.length ? { why: 'single' } : undefined;
}

function sentenceOf(refused: WhyRefused): string {
	switch (refused.why) {
		case 'none':
			return 'There are no reviews yet.';
		case 'few':
			return `${refused.reviewers.join(', ')} ${refused.reviewers.length > 1 ? 'have' : 'has'} fewer than ${fewestReviews} reviews, which is too little to tell how strict somebody is.`;
		case 'circles':
			return `${refused.circles.map((names) => names.join(', ')).join(' | ')}: these reviewers have no application in common, so that nobody can tell strict reviewers from weak applications.`;
		case 'single':
			return 'Each application has a single review, so that nothing can be compared.';
	}
}

function reviewsIn({ applications, reviewers, of, by, scores }: Panel): Review[] {
	return [...scores].map((score, at) => ({
		application: applications[of[at]!]!,
		reviewer: reviewers[by[at]!]!,
		score
	}));
}

function plainMeans(panel: Panel): Record<string, { mean: number; reviews: number }> {
	const means = meansWithout(panel, new Float64Array(panel.reviewers.length));
	return Object.fromEntries(
		panel.applications.map((id, one) => [id, { mean: means[one]!, reviews: panel.perApplication[one]! }])
	);
}

function meansWithout({ of, by, scores, perApplication }: Panel, offsets: Float64Array): Float64Array {
	const means = new Float64Array(perApplication.length);
	for (const [at, score] of scores.entries())
		means[of[at]!]! += (score - offsets[by[at]!]!) / perApplication[of[at]!]!;
	return means;
}

const enough = 1e-12;
const mostSteps = 20_000;

/** Variances by expectation and maximisation until they stand still; what is left then is one linear equation. */
function fitted(panel: Panel) {
	const { of, by, scores, perApplication, reviewers } = panel;
	const size = reviewers.length;
	const cross = crossed(panel);
	const plain = meansWithout(panel, new Float64Array(size));
	const pull = new Float64Array(size);
	for (const [at, score] of scores.entries()) pull[by[at]!]! += score - plain[of[at]!]!;
	const total = scores.reduce((sum, score, at) => sum + score * (score - plain[of[at]!]!), 0);
	const free = scores.length - perApplication.length;
	let ofErrors = Math.max(total / free, enough);
	let ofReviewers = ofErrors / 2;
	let offsets: Float64Array = new Float64Array(size);
	let inverse = cross;
	for (let step = 0; step < mostSteps; step++) {
		inverse = inverseOf(withRidge(cross, size, ofErrors / ofReviewers), size);
		offsets = times(inverse, pull);
		const trace = reviewers.reduce((sum, _, one) => sum + inverse[one * size + one]!, 0);
		const squares = offsets.reduce((sum, offset) => sum + offset * offset, 0);
		const nextReviewers = Math.max((squares + ofErrors * trace) / size, enough);
		const explained = offsets.reduce((sum, offset, one) => sum + offset * pull[one]!, 0);
		const nextErrors = Math.max((total - explained) / free, enough);
		const moved = Math.abs(nextReviewers - ofReviewers) + Math.abs(nextErrors - ofErrors);
		[ofReviewers, ofErrors] = [nextReviewers, nextErrors];
		if (moved < 1e-10 * (ofReviewers + ofErrors)) break;
	}
	const errors = errorsOf(panel, inverse, ofErrors);
	return { offsets, means: meansWithout(panel, offsets), errors, ofReviewers, ofErrors };
}

/** How reviewers are linked through applications, once each application's own level is taken out. */
function crossed({ of, by, perApplication, perReviewer, reviewers }: Panel): Float64Array {
	const size = reviewers.length;
	const cross = new Float64Array(size * size);
	for (const [one, count] of perReviewer.entries()) cross[one * size + one] = count;
	for (const group of Map.groupBy(of.keys(), (at) => of[at]!).values())
		for (const one of group)
			for (const other of group) cross[by[one]! * size + by[other]!]! -= 1 / perApplication[of[one]!]!;
	return cross;
}

function withRidge(cross: Float64Array, size: number, ridge: number): Float64Array {
	return cross.map((value, at) => (at % (size + 1) === 0 ? value + ridge : value));
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
	const size = vector.length;
	return vector.map((_, row) =>
		vector.reduce((sum, value, column) => sum + matrix[row * size + column]! * value, 0)
	);
}

/** Of what is left to chance in a score, and of what is not known of its reviewers. */
function errorsOf({ of, by, perApplication }: Panel, inverse: Float64Array, ofErrors: number): Float64Array {
	const size = Math.sqrt(inverse.length);
	const unknown = new Float64Array(perApplication.length);
	for (const group of Map.groupBy(of.keys(), (at) => of[at]!).values())
		for (const one of group)
			for (const other of group)
				unknown[of[one]!]! += inverse[by[one]! * size + by[other]!]! / perApplication[of[one]!]! ** 2;
	return unknown.map((share, one) => Math.sqrt(ofErrors * (1 / perApplication[one]! + share)));
}
