import { atApplication, atReviewer, ofPair, type Prices } from './prices.ts';
import type { Desk } from './problem.ts';

/** Who reads what beside what is fixed, and how many that makes. */
export type Readings = {
	/** For each pair whether it is read. */
	readonly held: Uint8Array;
	readonly readBy: Int32Array;
	readonly taken: Int32Array;
};

type Flow = Readings & {
	readonly desk: Desk;
	readonly prices: Prices;
	readonly width: number;
	/** Of a pair; endless where it may not be. */
	readonly cost: Float64Array;
	/** From one reviewer to another: what it costs to hand over the application that is cheapest to hand over, and which. */
	readonly exchange: Float64Array;
	readonly exchanged: Int32Array;
};

/** Where a path ends, and by which application, and from whom, each reviewer on it was reached. */
type Path = { readonly end: number; readonly by: Int32Array; readonly before: Int32Array };

/**
 * The cheapest flow from applications to reviewers, by successive shortest paths (Ahuja, Magnanti and Orlin 1993, 9.7; costs
 * that rise are convex, 14.5). Reviewers are few: paths are searched among them alone, where the way from one to another is
 * the cheapest exchange of an application that the first holds.
 */
export function cheapest(desk: Desk, prices: Prices): Readings {
	const flow = emptyFlow(desk, prices);
	for (let path = shortestPath(flow); path; path = shortestPath(flow))
		for (const one of follow(flow, path)) priceExchanges(flow, one);
	return flow;
}

function emptyFlow(desk: Desk, prices: Prices): Flow {
	const { may, needs, room } = desk;
	const width = room.length;
	return {
		desk,
		prices,
		width,
		cost: Float64Array.from(may, (one, pair) => (one ? ofPair(prices, desk, pair) : Infinity)),
		held: new Uint8Array(may.length),
		readBy: new Int32Array(needs.length),
		taken: new Int32Array(width),
		exchange: new Float64Array(width * width).fill(Infinity),
		exchanged: new Int32Array(width * width)
	};
}

/** Nothing where one more reading would cost more than it brings, or nobody can take one. */
function shortestPath(flow: Flow): Path | undefined {
	const { desk, prices, width, taken } = flow;
	const distance = new Float64Array(width).fill(Infinity);
	const by = new Int32Array(width).fill(-1);
	const before = new Int32Array(width).fill(-1);
	reachDirectly(flow, distance, by);
	reachByExchange(flow, distance, by, before);
	let end = -1;
	let least = 0;
	for (const [one, room] of desk.room.entries()) {
		if (taken[one]! >= room) continue;
		const total = distance[one]! + atReviewer(prices, desk.begun[one]! + taken[one]!);
		if (total >= least) continue;
		least = total;
		end = one;
	}
	return end < 0 ? undefined : { end, by, before };
}

/** An application that somebody is missing from is given to a reviewer. */
function reachDirectly(flow: Flow, distance: Float64Array, by: Int32Array): void {
	const { desk, prices, width, cost, held, readBy } = flow;
	for (const [one, need] of desk.needs.entries()) {
		if (readBy[one]! >= need) continue;
		const start = atApplication(prices, need - readBy[one]!);
		for (let to = 0, pair = one * width; to < width; to++, pair++) {
			if (held[pair] || start + cost[pair]! >= distance[to]!) continue;
			distance[to] = start + cost[pair]!;
			by[to] = one;
		}
	}
}

function reachByExchange(flow: Flow, distance: Float64Array, by: Int32Array, before: Int32Array): void {
	const { width, exchange, exchanged } = flow;
	for (let isShorter = true; isShorter;) {
		isShorter = false;
		for (let from = 0; from < width; from++) {
			for (let to = 0; to < width; to++) {
				const length = distance[from]! + exchange[from * width + to]!;
				if (length >= distance[to]!) continue;
				distance[to] = length;
				by[to] = exchanged[from * width + to]!;
				before[to] = from;
				isShorter = true;
			}
		}
	}
}

/** Everything on the path changes hands; whoever reads any of it then has other exchanges to offer. */
function follow({ width, held, readBy, taken }: Flow, { end, by, before }: Path): Set<number> {
	const touched = new Set<number>();
	taken[end]!++;
	for (let to = end; to >= 0; to = before[to]!) {
		const one = by[to]!;
		const from = before[to]!;
		held[one * width + to] = 1;
		if (from < 0) readBy[one]!++;
		else held[one * width + from] = 0;
		touched.add(to);
		for (let reader = 0; reader < width; reader++) if (held[one * width + reader]) touched.add(reader);
	}
	return touched;
}

function priceExchanges(flow: Flow, from: number): void {
	const { desk, width, cost, held, exchange, exchanged } = flow;
	exchange.fill(Infinity, from * width, (from + 1) * width);
	for (const one of desk.needs.keys()) {
		if (!held[one * width + from]) continue;
		for (let to = 0, pair = one * width; to < width; to++, pair++) {
			const price = held[pair] ? Infinity : cost[pair]! - cost[one * width + from]!;
			if (price >= exchange[from * width + to]!) continue;
			exchange[from * width + to] = price;
			exchanged[from * width + to] = one;
		}
	}
}
