import type { Ballots } from '../ballots.ts';
import { mapOf, type OpinionMap } from '../map/map.ts';
import { inConversation } from '../participants.ts';
import { membershipOf, type Membership } from './bootstrap.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { chanceTest, pointsOf, type ChanceTest } from './chance.ts';

/** Why there are groups, or none. */
export type Because = 'groups' | 'too-few-people' | 'too-small' | 'by-chance' | 'unsettled' | 'not-tested';

export type Choice = {
	/** In canonical order, as all that follows. */
	readonly map: OpinionMap;
	readonly members: Int32Array;
	readonly candidates: readonly Candidate[];
	readonly chance: ChanceTest;
	readonly because: Because;
	/** The division that is shown; absent where there are no separate groups. */
	readonly division?: Candidate | undefined;
	readonly membership?: Membership | undefined;
};

export type Effort = { readonly seed: number; readonly shuffles: number; readonly resamples: number };

/** Somebody's group is shown from here on; below, they stand between groups. */
export const sure = 0.8;

/**
 * The division that is clearest apart, among those whose groups are large enough and that chance does not bring about; and
 * only if at least half of the people would be in the same group had other people of the same kind taken part.
 */
export function choose(ballots: Ballots, { seed, shuffles, resamples }: Effort): Choice {
	const map = mapOf(ballots);
	const members = inConversation(ballots);
	const candidates = candidatesOf(pointsOf(map, members), startsFor(members.length), seed);
	const chance = candidates.some(({ isLargeEnough }) => isLargeEnough)
		? chanceTest(ballots, shuffles, seed)
		: { shuffles: 0, divisions: [] };
	const found = { map, members, candidates, chance };
	const division = believed(candidates, chance, shuffles);
	if (!division) return { ...found, because: whyNone(members, candidates) };
	if (!resamples) return { ...found, division, because: shuffles ? 'groups' : 'not-tested' };
	const membership = membershipOf(ballots, map.axes, members, division, resamples, seed);
	if (!isSettled(membership)) return { ...found, because: 'unsettled', membership };
	return { ...found, division, membership, because: shuffles ? 'groups' : 'not-tested' };
}

/** Sixty starts found the best of a hundred in each of 500 trials on 25 conversations, thirty missed it twice. */
function startsFor(people: number): number {
	return people > 10_000 ? 24 : 60;
}

function believed(
	candidates: readonly Candidate[],
	chance: ChanceTest,
	shuffles: number
): Candidate | undefined {
	const isBelieved = ({ k }: Candidate) =>
		shuffles === 0 || chance.divisions.some((one) => one.k === k && one.isBeyondChance);
	return candidates
		.filter((one) => one.isLargeEnough && isBelieved(one))
		.reduce<Candidate | undefined>(
			(best, one) => (best && best.silhouette >= one.silhouette ? best : one),
			undefined
		);
}

function whyNone(members: Int32Array, candidates: readonly Candidate[]): Because {
	if (members.length < 10) return 'too-few-people';
	return candidates.some(({ isLargeEnough }) => isLargeEnough) ? 'by-chance' : 'too-small';
}

function isSettled({ ofPerson }: Membership): boolean {
	return 2 * ofPerson.reduce((count, share) => count + Number(share >= sure), 0) >= ofPerson.length;
}
