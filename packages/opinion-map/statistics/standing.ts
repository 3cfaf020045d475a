import type { Counts } from './counts.ts';
import { proportionTest, share, twoProportionTest, z90 } from './tests.ts';

/** How a group stands to a statement, against all other groups together (spec 2.7). */
export type Standing = {
	pa: number;
	pd: number;
	pat: number;
	pdt: number;
	ra: number;
	rd: number;
	rat: number;
	rdt: number;
};

export function standingOf(counts: Counts, group: number, statement: number): Standing {
	const place = group * counts.statements + statement;
	const others = otherGroups(counts, group, statement);
	const [agree, disagree, seen] = [counts.agree[place]!, counts.disagree[place]!, counts.seen[place]!];
	const [pa, pd] = [share(agree, seen), share(disagree, seen)];
	return {
		pa,
		pd,
		pat: proportionTest(agree, seen),
		pdt: proportionTest(disagree, seen),
		ra: pa / share(others.agree, others.seen),
		rd: pd / share(others.disagree, others.seen),
		rat: twoProportionTest(agree, others.agree, seen, others.seen),
		rdt: twoProportionTest(disagree, others.disagree, seen, others.seen)
	};
}

export function otherGroups(
	{ groups, statements, agree, disagree, seen }: Counts,
	group: number,
	statement: number
) {
	const sum = { agree: 0, disagree: 0, seen: 0 };
	for (let other = 0; other < groups; other++) {
		if (other === group) continue;
		sum.agree += agree[other * statements + statement]!;
		sum.disagree += disagree[other * statements + statement]!;
		sum.seen += seen[other * statements + statement]!;
	}
	return sum;
}

export function isSufficient({ rat, rdt, pat, pdt }: Standing): boolean {
	return (rat > z90 && pat > z90) || (rdt > z90 && pdt > z90);
}

export const largestDifference = ({ rat, rdt }: Standing) => Math.max(rat, rdt);

export type Side = 'agree' | 'disagree';

export const sideOf = ({ rat, rdt }: Standing): Side => (rat > rdt ? 'agree' : 'disagree');

/** By this the list is ordered. Two negative numbers make a positive one: a quirk that is kept. */
export function metricOf(standing: Standing): number {
	const { ra, rat, pa, pat, rd, rdt, pd, pdt } = standing;
	return sideOf(standing) === 'agree' ? ra * rat * pa * pat : rd * rdt * pd * pdt;
}
