import type { Readings } from './flow.ts';
import type { Desk } from './problem.ts';

/** Reviewers linked by applications that they have in common, of those who read anything; fixed readings link too. */
export function circlesAmong({ applications, reviewers, isFixed }: Desk, held: Uint8Array): number[][] {
	const width = reviewers.length;
	const circle = Int32Array.from(reviewers.keys());
	const root = (one: number): number => (circle[one] === one ? one : (circle[one] = root(circle[one]!)));
	const isReading = new Uint8Array(width);
	for (const row of applications.keys()) {
		let first = -1;
		for (let by = 0, pair = row * width; by < width; by++, pair++) {
			if (!held[pair] && !isFixed[pair]) continue;
			isReading[by] = 1;
			if (first < 0) first = by;
			else circle[root(by)] = root(first);
		}
	}
	return [
		...Map.groupBy(
			[...reviewers.keys()].filter((one) => isReading[one]),
			root
		).values()
	];
}

/** How many exchanges are tried before it is left as it is. */
const mostTries = 20_000;

/**
 * Two who read in separate circles exchange one application each where that costs nothing that counts: readers, loads and
 * what stood before are as they were. Taking one of a ring of readings apart leaves its circle whole, so that one such
 * exchange joins two circles, wherever there is a ring and the exchange is allowed.
 */
export function joined(desk: Desk, readings: Readings): Readings {
	const held = readings.held.slice();
	let circles = circlesAmong(desk, held);
	for (let tries = 0, isJoining = true; circles.length > 1 && isJoining;) {
		isJoining = false;
		for (const [pair, other] of exchangesBetween(desk, held, circles)) {
			if (tries++ >= mostTries) break;
			exchange(desk, held, pair, other);
			const now = circlesAmong(desk, held);
			isJoining = now.length < circles.length;
			if (isJoining) circles = now;
			else exchangeBack(desk, held, pair, other);
			if (isJoining) break;
		}
	}
	return { ...readings, held };
}

function* exchangesBetween(
	desk: Desk,
	held: Uint8Array,
	circles: readonly number[][]
): Generator<[number, number]> {
	const width = desk.reviewers.length;
	const circleOf = new Map(
		circles.flatMap((members, number) => members.map((one) => [one, number] as const))
	);
	const pairs = [...held.keys()].filter((pair) => held[pair]);
	for (const pair of pairs)
		for (const other of pairs) {
			if (circleOf.get(pair % width)! >= circleOf.get(other % width)!) continue;
			if (costsNothing(desk, held, pair, other)) yield [pair, other];
		}
}

function costsNothing({ may, wasEarlier, reviewers }: Desk, held: Uint8Array, pair: number, other: number) {
	const [there, back] = crossed(reviewers.length, pair, other);
	return (
		may[there] &&
		may[back] &&
		!held[there] &&
		!held[back] &&
		wasEarlier[pair]! + wasEarlier[other]! === wasEarlier[there]! + wasEarlier[back]!
	);
}

function crossed(width: number, pair: number, other: number): [number, number] {
	return [pair - (pair % width) + (other % width), other - (other % width) + (pair % width)];
}

function exchange({ reviewers }: Desk, held: Uint8Array, pair: number, other: number): void {
	const [there, back] = crossed(reviewers.length, pair, other);
	held[pair] = held[other] = 0;
	held[there] = held[back] = 1;
}

function exchangeBack({ reviewers }: Desk, held: Uint8Array, pair: number, other: number): void {
	const [there, back] = crossed(reviewers.length, pair, other);
	held[there] = held[back] = 0;
	held[pair] = held[other] = 1;
}
