import type { Axes } from './axes.ts';
import type { Spread } from './spread.ts';

/** Where people stand, x and y in turn (spec 2.4). Few votes are stretched, so that few votes do not mean the middle. */
export function placesOfPeople(
	{ starts, statementOf, votes, means, rated, width }: Spread,
	axes: Axes
): Float64Array {
	const places = new Float64Array(2 * rated.length);
	const { first, second } = axes;
	for (let person = 0; person < rated.length; person++) {
		let x = 0;
		let y = 0;
		for (let at = starts[person]!; at < starts[person + 1]!; at++) {
			const statement = statementOf[at]!;
			const value = votes[at]! - means[statement]!;
			x += value * first[statement]!;
			y += value * second[statement]!;
		}
		const stretch = Math.sqrt(width / Math.max(1, rated[person]!));
		places[2 * person] = stretch * x;
		places[2 * person + 1] = stretch * y;
	}
	return places;
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
