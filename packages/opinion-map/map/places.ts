import type { Ballots } from '../ballots.ts';
import type { Axes } from './axes.ts';
import type { Spread } from './spread.ts';

/** Where people stand, x and y in turn (spec 2.4). Few votes are stretched, so that few votes do not mean the middle. */
export function placesOfPeople(ballots: Ballots, spread: Spread, axes: Axes): Float64Array {
	const { starts, statementOf, values, width } = spread;
	const places = new Float64Array(2 * ballots.people.length);
	const stretch = stretches(ballots, width);
	for (let person = 0; person < ballots.people.length; person++) {
		let [x, y] = [0, 0];
		for (let at = starts[person]!; at < starts[person + 1]!; at++) {
			x += values[at]! * axes.first[statementOf[at]!]!;
			y += values[at]! * axes.second[statementOf[at]!]!;
		}
		places[2 * person] = stretch[person]! * x;
		places[2 * person + 1] = stretch[person]! * y;
	}
	return places;
}

/** A statement taken out counts as voted on by everybody: it stands in the matrix as 0. */
function stretches({ people, starts, statementOf, out }: Ballots, width: number): Float64Array {
	const taken = out.reduce((sum, flag) => sum + flag, 0);
	return Float64Array.from(people, (_, person) => {
		let votes = taken;
		for (let at = starts[person]!; at < starts[person + 1]!; at++) votes += 1 - out[statementOf[at]!]!;
		return Math.sqrt(width / Math.max(1, votes));
	});
}

/** Where somebody would stand who had agreed with this one statement and voted on nothing else. */
export function placesOfStatements({ means, width }: Spread, { first, second }: Axes): Float64Array {
	const places = new Float64Array(2 * width);
	const root = Math.sqrt(width);
	for (let at = 0; at < width; at++) {
		places[2 * at] = (1 - means[at]!) * first[at]! * root;
		places[2 * at + 1] = (1 - means[at]!) * second[at]! * root;
	}
	return places;
}

/** How far from the middle each statement lies: extremity, which is not the same as divisive. */
export function extremities(places: Float64Array): Float64Array {
	return Float64Array.from({ length: places.length / 2 }, (_, at) =>
		Math.sqrt(places[2 * at]! ** 2 + places[2 * at + 1]! ** 2)
	);
}
