import { expect, test } from 'vitest';
import { least, numbersOf, successRate, tableOf, type Numbers, type Option } from './numbers.ts';

const options = (counts: readonly (readonly [number, number])[]): Option[] =>
	counts.map(([received, offered], index) => ({
		value: String(index),
		label: { text: `option ${index}` },
		received,
		offered
	}));
const total = (of: readonly Option[]) => ({
	received: of.reduce((all, one) => all + one.received, 0),
	offered: of.reduce((all, one) => all + one.offered, 0)
});
const published = (of: Option[], ineligible = 0, fewest = least): Numbers => {
	const { received, offered } = total(of);
	return numbersOf(
		{ received, offered, eligible: received - ineligible },
		{ regions: of, kinds: [] },
		fewest
	);
};

test('small counts stand together, and the next smallest goes with one that would stand alone', () => {
	const { byRegion } = published(options([[20, 0], [3, 0], [9, 0], [7, 0]])); // prettier-ignore
	expect(byRegion!.lines.map(({ received }) => received)).toEqual([20, 9]);
	expect(byRegion!.others).toMatchObject({ received: 10, offered: null });
});

test('two that are both four are not told by their sum', () => {
	const { byRegion } = published(options([[20, 0], [4, 0], [4, 0], [8, 0]])); // prettier-ignore
	expect(byRegion!.others!.received).toBe(16);
});

test('offers stand in the table where there are many, and a line has five of each', () => {
	const { byRegion } = published(options([[40, 10], [30, 8], [20, 2], [10, 5], [10, 4]])); // prettier-ignore
	expect(byRegion!.lines.map(({ received, offered }) => [received, offered])).toEqual([[40, 10], [30, 8], [10, 5]]); // prettier-ignore
	expect(byRegion!.others).toMatchObject({ received: 30, offered: 6 });
});

test('of very few nothing is said, and no difference of two totals is from one to four', () => {
	expect(published(options([[2, 1], [2, 0]]))).toEqual({ received: null, eligible: null, offered: null, byRegion: null, byKind: null }); // prettier-ignore
	expect(published(options([[20, 5], [22, 0]]), 3)).toMatchObject({ received: 42, eligible: null, offered: 5 }); // prettier-ignore
	expect(published(options([[20, 5], [22, 0]]), 5)).toMatchObject({ received: 42, eligible: 37, offered: 5 }); // prettier-ignore
	expect(
		published(
			options([
				[20, 3],
				[22, 0]
			]),
			5
		)
	).toMatchObject({ offered: null });
	expect(
		successRate(
			published(
				options([
					[20, 5],
					[22, 0]
				])
			)
		)
	).toBe(12);
});

/** Every way in which so many options can have these counts. */
function* worlds(places: number, each: readonly (readonly [number, number])[]): Iterable<[number, number][]> {
	if (places === 0) yield [];
	else for (const rest of worlds(places - 1, each)) for (const one of each) yield [...rest, [one[0], one[1]]];
}

/** Who knows the rule and reads the page: what counts can each option have, so that this is the page? */
function readings(all: Iterable<[number, number][]>, fewest = least): Map<string, Set<string>[][]> {
	const byPage = new Map<string, Set<string>[][]>();
	for (const world of all) {
		const page = JSON.stringify(published(options(world), 0, fewest));
		const seen =
			byPage.get(page) ?? world.map(() => [new Set<string>(), new Set<string>(), new Set<string>()]);
		world.forEach(([received, offered], index) => {
			seen[index]![0]!.add(String(received));
			seen[index]![1]!.add(String(offered));
			seen[index]![2]!.add(String(received - offered));
		});
		byPage.set(page, seen);
	}
	return byPage;
}

/** A count from one to four that only one reading allows has been worked out. */
function workedOut(pages: Map<string, Set<string>[][]>, fewest = least): string[] {
	const isSmall = (count: string) => Number(count) > 0 && Number(count) < fewest;
	return [...pages].flatMap(([page, each]) =>
		each.flat().some((counts) => counts.size === 1 && isSmall([...counts][0]!)) ? [page] : []
	);
}

test('who knows the rule and tries every call cannot work out a count under five', () => {
	const counts = Array.from({ length: 11 }, (_, received) => [received, 0] as const);
	const pages = readings(worlds(4, counts));
	expect(pages.size).toBeGreaterThan(500);
	expect(workedOut(pages)).toEqual([]);
});

/** Every way of sharing out at most so many. */
function* shares(places: number, most: number): Iterable<number[]> {
	if (places === 0) yield [];
	else
		for (let one = 0; one <= most; one++)
			for (const rest of shares(places - 1, most - one)) yield [one, ...rest];
}

test('nor how many of them were offered a place, where three are few', () => {
	const all = [...shares(3, 10)];
	const everyCall = all.flatMap((offered) =>
		all.map((not) => offered.map((one, index): [number, number] => [one + not[index]!, one]))
	);
	const pages = readings(everyCall, 3);
	const withOffers = [...pages.keys()].filter((page) => /"offered":\d+\}\],"others":\{/.test(page));
	expect(withOffers.length).toBeGreaterThan(50);
	expect(workedOut(pages, 3)).toEqual([]);
});

test('a table with nothing to choose between is left out', () => {
	expect(tableOf({ received: 9, eligible: null, offered: null }, options([[9, 0]]))).toBeNull();
	expect(tableOf({ received: 9, eligible: null, offered: null }, options([[3, 0], [6, 0]]))).toBeNull(); // prettier-ignore
});
