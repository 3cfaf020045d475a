import type { Ballots } from '../ballots.ts';
import { axesOf, type Axes, type Precision } from './axes.ts';
import { extremities, placesOfPeople, placesOfStatements } from './places.ts';
import { activeOf, spreadOf } from './spread.ts';

export type OpinionMap = {
	readonly axes: Axes;
	readonly means: Float64Array;
	/** x and y of each person, in turn. */
	readonly people: Float64Array;
	/** x and y of each statement, in turn. */
	readonly statements: Float64Array;
	readonly extremity: Float64Array;
};

export function mapOf(ballots: Ballots, precision?: Precision): OpinionMap {
	const spread = spreadOf(activeOf(ballots), ballots.statements.length);
	const axes = axesOf(spread, precision);
	const statements = placesOfStatements(spread, axes);
	return {
		axes,
		means: spread.means,
		people: placesOfPeople(spread, axes),
		statements,
		extremity: extremities(statements)
	};
}
