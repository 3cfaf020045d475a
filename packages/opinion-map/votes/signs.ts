import type { Ballots } from '../ballots.ts';
import { countsOfAll } from '../statistics/counts.ts';
import { Malformed } from '#packages/common';
import type { Statement } from './read-statements.ts';

/**
 * Some exports have agree as -1. Nothing in the votes shows it, but the counts beside the statements do: where they fit far
 * better the other way round, the votes are refused, since every list would say the opposite of what people meant.
 */
export function refuseTurnedSigns(ballots: Ballots, statements: readonly Statement[]): void {
	const { agree, disagree } = countsOfAll(ballots);
	const place = new Map(ballots.statements.map((id, at) => [id, at]));
	let [straight, turned, votes] = [0, 0, 0];
	for (const { id, counted } of statements) {
		const at = place.get(id);
		if (!counted || at === undefined) continue;
		const [agrees, disagrees] = [agree[at]!, disagree[at]!];
		votes += agrees + disagrees;
		straight += Math.abs(agrees - counted.agrees) + Math.abs(disagrees - counted.disagrees);
		turned += Math.abs(disagrees - counted.agrees) + Math.abs(agrees - counted.disagrees);
	}
	if (straight > votes / 10 && turned < straight / 10)
		throw new Malformed(
			'the signs are turned round, as the counts of the statements show; expected agree as 1 and disagree as -1'
		);
}
