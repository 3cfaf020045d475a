import type { Words } from '#areas/forms';

/*
 * What is published of how many there were. A count from one to four could tell of a person, so none is published, and
 * none can be worked out from what is. Options with a count under five are put together with others as "others"; where
 * that is not enough, the next smallest go with them (secondary suppression). The safe-tables engine takes over later.
 *
 * Why nothing can be worked out: what a reader sees is the same whichever of the options under "others" has which
 * count, since the rule looks at counts alone and takes all that are equal. So a count there is known only if all of
 * them must be alike, and that is when each is four: then one more goes in. `numbers.test.ts` tries every call of a
 * small size and finds for each hidden count another that gives the same page.
 */

/** Counts below this are not shown. */
export const least = 5;

/** How many sent an application, and how many of those were offered a place. */
export type Counted = { received: number; offered: number };
export type Option = Counted & { value: string; label: Words };

/** A line of what is published; `offered` null where it is left out of the whole table. */
export type Line = { labels: Words[]; received: number; offered: number | null };
export type Table = { lines: Line[]; others: Line | null };

export type Numbers = {
	/** Null: under five. */
	received: number | null;
	/** Null: left out, since it, or who is not in it, would be under five. */
	eligible: number | null;
	offered: number | null;
	byRegion: Table | null;
	byKind: Table | null;
};

export function numbersOf(
	all: Counted & { eligible: number },
	{ regions, kinds }: { regions: readonly Option[]; kinds: readonly Option[] },
	fewest = least
): Numbers {
	const shown = headlines(all, fewest);
	return {
		...shown,
		byRegion: tableOf(shown, regions, fewest),
		byKind: tableOf(shown, kinds, fewest)
	};
}

type Headlines = Pick<Numbers, 'received' | 'eligible' | 'offered'>;

/** Each number, and each difference between two of them, is none or at least five. */
function headlines(
	{ received, eligible, offered }: Counted & { eligible: number },
	fewest: number
): Headlines {
	const isSafe = (count: number) => count === 0 || count >= fewest;
	if (received < fewest) return { received: null, eligible: null, offered: null };
	const shownOffered = isSafe(offered) && isSafe(received - offered) ? offered : null;
	const apart = [eligible, received - eligible, ...(shownOffered === null ? [] : [eligible - offered])];
	return { received, eligible: apart.every(isSafe) ? eligible : null, offered: shownOffered };
}

/** Offers stand in a table only where there are so many in all that lines can hold them. Everybody can see whether. */
function hasOffers({ received, offered }: Headlines, fewest: number): boolean {
	return received !== null && offered !== null && Math.min(offered, received - offered) >= 2 * fewest;
}

/** One way of looking at all who applied. Null: there is nothing to show that tells of nobody. */
export function tableOf(all: Headlines, options: readonly Option[], fewest = least): Table | null {
	if (all.received === null || options.length < 2) return null;
	const parts = hasOffers(all, fewest) ? both : receivedOnly;
	const { shown, hidden } = apart(options, parts, fewest);
	if (shown.length + (hidden.length ? 1 : 0) < 2) return null;
	const line = (of: readonly Option[]) => lineOf(of, parts === both);
	return { lines: shown.map((one) => line([one])), others: hidden.length ? line(hidden) : null };
}

/** The parts of a count that a reader can work out: without overlap. */
type Parts = (counted: Counted) => number[];
const receivedOnly: Parts = ({ received }) => [received];
const both: Parts = ({ received, offered }) => [offered, received - offered];

/** Which stand alone, and which are put together so that no part of them can be told. */
function apart(options: readonly Option[], parts: Parts, fewest: number) {
	let hidden = options.filter((one) => parts(one).some((part) => part < fewest));
	let shown = options.filter((one) => !hidden.includes(one));
	while (hidden.length && shown.length && tells(hidden, parts, fewest)) {
		const smallest = Math.min(...shown.map(({ received }) => received));
		hidden = [...hidden, ...shown.filter(({ received }) => received === smallest)];
		shown = shown.filter(({ received }) => received !== smallest);
	}
	return { shown, hidden: options.filter((one) => hidden.includes(one)) };
}

/** One alone, too few in all, or everybody alike: then their sum would tell of each. */
function tells(hidden: readonly Option[], parts: Parts, fewest: number): boolean {
	const counts = hidden.map(parts);
	return counts[0]!.some((_, part) => {
		const ofPart = counts.map((one) => one[part]!);
		return ofPart.length < 2 || sum(ofPart) < fewest || ofPart.every((count) => count === fewest - 1);
	});
}

function lineOf(of: readonly Option[], withOffers: boolean): Line {
	return {
		labels: of.map(({ label }) => label),
		received: sum(of.map(({ received }) => received)),
		offered: withOffers ? sum(of.map(({ offered }) => offered)) : null
	};
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, one) => total + one, 0);
}

/** Of those who applied, the share that was offered a place, in per cent; null where either is not shown. */
export function successRate({ received, offered }: Numbers): number | null {
	return received && offered !== null ? Math.round((100 * offered) / received) : null;
}
