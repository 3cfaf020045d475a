import { CannotTell, type Calendar } from './calendar.ts';
import { workingDayAfter } from './count.ts';
import { inDays, inWindow } from './days.ts';
import { dateOf, dayOf, type CivilDate, type Day } from './day.ts';
import { memberStateCalendar } from './eu-holidays.ts';
import type { Facts } from './facts.ts';
import { inMonths } from './months.ts';
import type { NoteId } from './notes.ts';
import { mark, type Calendars, type Reckoning, type Step, type Waiting } from './reckoning.ts';
import { regimeOf, type Regime, type RegimeName } from './regimes.ts';
import { rules, type RuleId } from './rules.ts';
import { nations, ukCalendars, ukHolidays, type HolidayTable } from './uk-holidays.ts';
import { inWorkingDays } from './working-days.ts';

/** When an answer is due by law, with the working. Prompts and reminders, never legal advice. */
export type Clock = {
	readonly id: string;
	readonly regime: RegimeName;
	/** The last lawful day, read strictly: for reminders. Null where no day can be named; then one of the next three says why. */
	readonly due: CivilDate | null;
	/** The last day that anybody could defend. Only after it say "unlawfully late". */
	readonly latestArguable: CivilDate | null;
	readonly waiting?: Waiting;
	/** The sentence that says how far the holidays are known, and the day that would have been needed. */
	readonly cannotTell?: string;
	readonly unknownDay?: CivilDate;
	/** Why `latestArguable` is later than `due`. */
	readonly contested: readonly RuleId[];
	/** The last day on which people can be told of a longer time. */
	readonly noticeDue?: CivilDate;
	/** The day with the longer time, whether it was claimed or not. */
	readonly extendedDue?: CivilDate;
	/** From the day after, the regulator takes a complaint. */
	readonly escalate?: CivilDate;
	readonly steps: readonly Step[];
	readonly notes: readonly NoteId[];
	/** Statute, or only what a regulator expects. */
	readonly binds: 'statute' | 'guidance';
};

/** Reads the facts by these holidays; the ones that came with the engine if none are given. */
export function clockBy(holidays: HolidayTable = ukHolidays): (facts: Facts) => Clock {
	const calendars: Calendars = { uk: ukCalendars(holidays), memberState: memberStateCalendar };
	return (facts) => read(facts, calendars);
}

export const clock = clockBy();

function read(facts: Facts, calendars: Calendars): Clock {
	const { id, regime } = facts;
	try {
		const reckoning = between(facts, calendars);
		return { id, regime, ...inDates(reckoning), binds: bindsOf(regimeOf(regime), reckoning.steps) };
	} catch (error) {
		if (!(error instanceof CannotTell)) throw error;
		const nothing = { due: null, latestArguable: null, contested: [], steps: [], notes: [] };
		return {
			id,
			regime,
			...nothing,
			cannotTell: `${error.message}.`,
			unknownDay: error.date,
			binds: bindsOf(regimeOf(regime), [])
		};
	}
}

/** A day that rests on guidance alone, or on a longer time that only guidance limits. */
function bindsOf(regime: Regime, steps: readonly Step[]): Clock['binds'] {
	const longer = 'extension' in regime ? regime.extension?.rule : undefined;
	const isLonger = longer !== undefined && steps.some(({ rule }) => rule === longer);
	return rules[isLonger ? longer : regime.rule].binds === 'guidance' ? 'guidance' : 'statute';
}

/** Received between two days: due by the first, arguable by the last. */
function between(facts: Facts, calendars: Calendars): Reckoning {
	const { day, steps } = receipt(facts, calendars);
	const first = reckon(facts, day, calendars);
	const whole = { ...first, steps: [...steps, ...first.steps] };
	if (facts.receivedLatest === undefined || dayOf(facts.receivedLatest) <= day) return whole;
	const { latest } = reckon(facts, dayOf(facts.receivedLatest), calendars);
	const isLater = latest !== undefined && first.latest !== undefined && latest > first.latest;
	return isLater ? { ...whole, latest, contested: [...first.contested, 'receipt-uncertain'] } : whole;
}

function receipt(facts: Facts, calendars: Calendars): { day: Day; steps: Step[] } {
	const { received, transferred, sent } = facts;
	if (transferred !== undefined) {
		const asked = dayOf(received ?? transferred);
		return { day: dayOf(transferred), steps: [mark('transferred', asked, dayOf(transferred))] };
	}
	if (received !== undefined)
		return {
			day: dayOf(received),
			steps: [mark(regimeOf(facts.regime).receipt ?? 'begins', dayOf(received))]
		};
	if (sent === undefined)
		throw new TypeError('A clock needs the day it was received, or the day it was sent');
	return arrival(facts, dayOf(sent), calendars);
}

/** Nobody knows when it came: an assumption, which the working says. */
function arrival({ regime, sentBy }: Facts, sent: Day, { uk }: Calendars): { day: Day; steps: Step[] } {
	if (sentBy !== 'post') return { day: sent, steps: [mark('sent-by-email', sent)] };
	if (regime.startsWith('FOISA')) return { day: sent + 3, steps: [mark('foisa-74-post', sent, sent + 3)] };
	const to = workingDayAfter(sent, 2, uk['any-part']);
	return { day: to, steps: [mark('sent-by-post', sent, to)] };
}

function reckon(facts: Facts, received: Day, calendars: Calendars): Reckoning {
	const regime = regimeOf(facts.regime);
	switch (regime.kind) {
		case 'working-days':
			return inWorkingDays(facts, received, regime, calendars);
		case 'window':
			return inWindow(received, regime, calendars.uk[regime.calendar]);
		case 'days':
			return inNation(facts, calendars, (calendar) => inDays(received, regime, calendar));
		case 'months':
			return regime.holidays === 'member-state'
				? inMonths(facts, received, regime, calendars.memberState(facts.memberState))
				: inNation(facts, calendars, (calendar) => inMonths(facts, received, regime, calendar));
	}
}

/** Where nobody says in which nation, the latest of the three, and the working says so if they differ. */
function inNation({ nation }: Facts, { uk }: Calendars, by: (calendar: Calendar) => Reckoning): Reckoning {
	if (nation) return by(uk[nation]);
	const all = nations.map((one) => by(uk[one]));
	const latest = all.reduce((one, other) => ((other.due ?? 0) > (one.due ?? 0) ? other : one));
	const earliest = Math.min(...all.map(({ due }) => due ?? 0));
	if (latest.due === undefined || earliest === latest.due) return latest;
	return { ...latest, steps: [...latest.steps, mark('nation-unknown', earliest, latest.due)] };
}

function inDates(reckoning: Reckoning) {
	const { due, latest, noticeDue, extendedDue, escalate, waiting, steps, contested, notes } = reckoning;
	return {
		due: due === undefined ? null : dateOf(due),
		latestArguable: latest === undefined ? null : dateOf(latest),
		...(waiting ? { waiting } : {}),
		contested,
		...(noticeDue === undefined ? {} : { noticeDue: dateOf(noticeDue) }),
		...(extendedDue === undefined ? {} : { extendedDue: dateOf(extendedDue) }),
		...(escalate === undefined ? {} : { escalate: dateOf(escalate) }),
		steps,
		notes
	};
}
