import * as m from '#words';
import type { Criterion } from '../terms/terms.ts';

/** A call that names no criteria is scored as a whole. */
export function criteriaOf(criteria: readonly Criterion[]): readonly Criterion[] {
	if (criteria.length) return criteria;
	const whole = { key: 'whole', name: m.reviews_whole(), about: m.reviews_whole_about() };
	return [{ ...whole, weight: 1, isSummed: true, anchors: [] }];
}
