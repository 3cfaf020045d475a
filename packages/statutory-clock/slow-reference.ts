// Another way to the same days, for the tests alone: Temporal instead of day numbers, and each candidate day is judged
// from the beginning instead of counted to. Slow, and written from the statutes rather than from the engine.
import { Temporal } from 'temporal-polyfill';
import type { Facts } from './facts.ts';
import table from './tables/uk-bank-holidays.json' with { type: 'json' };

type Date = Temporal.PlainDate;
type Place = keyof typeof table.nations | 'any-part';

const of = (text: string) => Temporal.PlainDate.from(text);
const isBefore = (one: Date, other: Date) => Temporal.PlainDate.compare(one, other) < 0;
const inside = (day: Date, [first, last]: readonly [string, string]) =>
	!isBefore(day, of(first)) && !isBefore(of(last), day);

const holidays: Record<Place, Set<string>> = {
	'england-and-wales': new Set(table.nations['england-and-wales'].map(({ date }) => date)),
	scotland: new Set(table.nations.scotland.map(({ date }) => date)),
	'northern-ireland': new Set(table.nations['northern-ireland'].map(({ date }) => date)),
	'any-part': new Set(Object.values(table.nations).flatMap((days) => days.map(({ date }) => date)))
};

export function isWorking(day: Date, place: Place): boolean {
	return day.dayOfWeek < 6 && !holidays[place].has(day.toString());
}

/** The first day before which, and with which, so many days counted. */
export function working(facts: Facts, days: number, place: Place): string {
	const { start, lost } = begun(facts);
	for (let end = start.add({ days: 1 }); ; end = end.add({ days: 1 })) {
		let counted = 0;
		for (let day = start.add({ days: 1 }); !isBefore(end, day); day = day.add({ days: 1 }))
			if (isWorking(day, place) && !(lost && inside(day, lost))) counted++;
		if (counted === days) return end.toString();
	}
}

/** SI 2004/3364 reg 3: the earlier of two counts, each made by itself. */
export function school(facts: Facts): string {
	const closed = (day: Date) => (facts.closed ?? []).some((stretch) => inside(day, stretch));
	const sixtieth = working(facts, 60, 'any-part');
	let [day, counted] = [begun(facts).start, 0];
	while (counted < 20 && day.toString() < sixtieth) {
		day = day.add({ days: 1 });
		if (isWorking(day, 'any-part') && !closed(day)) counted++;
	}
	return day.toString();
}

function begun(facts: Facts): { start: Date; lost: readonly [string, string] | undefined } {
	const start = [facts.received!, ...(facts.clarifications ?? []).map(({ received }) => received!)]
		.sort()
		.at(-1)!;
	return { start: of(start), lost: facts.fee && [facts.fee.asked, facts.fee.received!] };
}

/** Day by day to the same date, or to the last day of a month that has none; then past what does not count. */
export function month(facts: Facts, months: number, place: Place, isInclusive: boolean): string {
	const start = of([facts.received!, facts.identity?.received ?? ''].sort().at(-1)!);
	let end = walkMonths(start, months);
	for (let left = lostDays(facts, start, isInclusive); left > 0; left--) end = end.add({ days: 1 });
	while (!isWorking(end, place)) end = end.add({ days: 1 });
	return end.toString();
}

function walkMonths(start: Date, months: number): Date {
	let [day, crossed] = [start, 0];
	while (crossed < months) {
		day = day.add({ days: 1 });
		const isThere = day.day === start.day || (day.day === day.daysInMonth && day.day < start.day);
		if (isThere) crossed++;
	}
	return day;
}

function lostDays({ clarifications = [] }: Facts, start: Date, isInclusive: boolean): number {
	const lost = new Set<string>();
	for (const { asked, received } of clarifications)
		for (let day = of(asked); inside(day, [asked, received!]); day = day.add({ days: 1 }))
			if (!isBefore(day, start) && (isInclusive || day.toString() !== received)) lost.add(day.toString());
	return lost.size;
}
