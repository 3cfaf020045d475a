import type { Ballots } from '../ballots.ts';
import { axesOf, type Axes } from './axes.ts';
import { extremities, placesOfPeople, placesOfStatements } from './places.ts';
import { spreadOf } from './spread.ts';

export type OpinionMap = {
	readonly axes: Axes;
	readonly means: Float64Array;
	/** x and y of each person, in turn. */
	readonly people: Float64Array;
	/** x and y of each statement, in turn. */
	readonly statements: Float64Array;
	readonly extremity: Float64Array;
};

export function mapOf(ballots: Ballots, tolerance?: number): OpinionMap {
	const spread = spreadOf(ballots);
	const axes = axesOf(spread, tolerance);
	const statements = placesOfStatements(spread, axes);
	return {
		axes,
		means: spread.means,
		people: placesOfPeople(ballots, spread, axes),
		statements,
		extremity: extremities(statements)
	};
}
