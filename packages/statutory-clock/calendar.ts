import { dateOf, weekdayOf, type CivilDate, type Day } from './day.ts';

/** A day that did not count, and why. */
export type Skip = { readonly date: CivilDate; readonly why: string };

/** Days on which nothing counts, as far as somebody knows them: asked about a day beyond, it says so. */
export type Calendar = {
	readonly name: string;
	readonly knownFrom: Day;
	readonly knownUntil: Day;
	/** Why it is no working day, if it is none: `Saturday`, or a holiday's name. */
	closedOn(day: Day): Skip | undefined;
};

/** The dates needed lie outside the holidays that are known. Never answered with a guess. */
export class CannotTell extends Error {
	override name = 'CannotTell';
	readonly date: CivilDate;

	constructor(day: Day, calendar: Calendar) {
		const { name, knownFrom, knownUntil } = calendar;
		super(
			knownFrom > knownUntil
				? `We cannot tell: it needs ${dateOf(day)}, and ${name} are not known here`
				: day > knownUntil
					? `We cannot tell: it needs ${dateOf(day)}, and ${name} are known until ${dateOf(knownUntil)} only`
					: `We cannot tell: it needs ${dateOf(day)}, and ${name} are known from ${dateOf(knownFrom)} only`
		);
		this.date = dateOf(day);
	}
}

const weekend: Readonly<Record<number, string>> = { 5: 'Saturday', 6: 'Sunday' };

export function calendar(
	name: string,
	holidays: ReadonlyMap<Day, string>,
	[knownFrom, knownUntil]: readonly [Day, Day]
): Calendar {
	const closed: (Skip | undefined)[] = [];
	for (let day = knownFrom; day <= knownUntil; day++) {
		const why = weekend[weekdayOf(day)] ?? holidays.get(day);
		closed.push(why === undefined ? undefined : { date: dateOf(day), why });
	}
	const made: Calendar = {
		name,
		knownFrom,
		knownUntil,
		closedOn(day) {
			if (day < knownFrom || day > knownUntil) throw new CannotTell(day, made);
			return closed[day - knownFrom];
		}
	};
	return made;
}
