import type { Criterion } from '../terms/terms.ts';

export const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const longestWhy = 5000;

/** What somebody thinks of one criterion, and why. */
export type Mark = { score: number | null; why: string };
export type Marks = Readonly<Record<string, Mark>>;

export const blank: Mark = { score: null, why: '' };

/** What is missing before it can be handed in: field → code. A score needs its reason, and each criterion its score. */
export function missingFrom(
	criteria: readonly Pick<Criterion, 'key'>[],
	marks: Marks
): Record<string, string> {
	const missing: Record<string, string> = {};
	for (const { key } of criteria) {
		const { score, why } = marks[key] ?? blank;
		if (score === null) missing[`score-${key}`] = 'missing';
		if (why === '') missing[`why-${key}`] = 'reason-missing';
	}
	return missing;
}

/** The weighted mean of what is summed; criteria that are only shown never count. Null where nothing that counts was scored. */
export function scoreOf(
	criteria: readonly Pick<Criterion, 'key' | 'weight' | 'isSummed'>[],
	marks: Marks
): number | null {
	const counted = criteria.flatMap(({ key, weight, isSummed }) => {
		const score = marks[key]?.score;
		return isSummed && score != null ? [{ weight, score }] : [];
	});
	const total = counted.reduce((sum, { weight }) => sum + weight, 0);
	if (!counted.length) return null;
	if (total <= 0) return counted.reduce((sum, { score }) => sum + score, 0) / counted.length;
	return counted.reduce((sum, { weight, score }) => sum + weight * score, 0) / total;
}

export type ReadingState = 'to-read' | 'begun' | 'skipped' | 'in' | 'abstained';

export type ReviewTimes = {
	savedAt: Date | null;
	skippedAt: Date | null;
	inAt: Date | null;
	abstainedAt: Date | null;
};

export function stateOfReading({ savedAt, skippedAt, inAt, abstainedAt }: ReviewTimes): ReadingState {
	if (abstainedAt) return 'abstained';
	if (inAt) return 'in';
	if (skippedAt) return 'skipped';
	return savedAt ? 'begun' : 'to-read';
}

/** Nothing more is asked of it. */
export function isDone(state: ReadingState): boolean {
	return state === 'in' || state === 'abstained';
}

/** One of somebody's own list: how many reviews of it are in, and where a seat's own drawn order puts it. */
export type Candidate = {
	reference: string;
	state: ReadingState;
	reviews: number;
	place: string;
	isStopped: boolean;
};

/**
 * What to read next: of what is left, what fewest have reviewed; of these the one that this panellist's own order puts
 * first, so that not everybody reads the same. What was skipped comes when everything else is done, and comes again.
 */
export function nextOf(candidates: readonly Candidate[], current?: string): Candidate | undefined {
	const left = candidates.filter((one) => !isDone(one.state) && !one.isStopped && one.reference !== current);
	return left.toSorted(
		(one, other) =>
			Number(one.state === 'skipped') - Number(other.state === 'skipped') ||
			one.reviews - other.reviews ||
			(one.place < other.place ? -1 : 1)
	)[0];
}

const day = 86_400_000;
export const chaseDays = 7;

/**
 * Whether it is time to remind somebody: a week after they were last given something or reminded; and in the last three days once
 * more, never twice within a week.
 */
export function isChaseDue(
	{ left, since, chasedAt, until }: { left: number; since: Date; chasedAt: Date | null; until: Date | null },
	now: Date
): boolean {
	if (left === 0 || (until && until <= now)) return false;
	if (!mayChase(chasedAt, now)) return false;
	const isWeekAgo = now.getTime() - since.getTime() >= chaseDays * day;
	return isWeekAgo || (until !== null && until.getTime() - now.getTime() <= 3 * day && chasedAt === null);
}

/** Nobody is reminded twice within a week. */
export function mayChase(chasedAt: Date | null, now: Date): boolean {
	return chasedAt === null || now.getTime() - chasedAt.getTime() >= chaseDays * day;
}
