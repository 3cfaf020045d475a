import type { Calendar, Skip } from './calendar.ts';
import type { Span } from './count.ts';
import { dateOf, type CivilDate, type Day } from './day.ts';
import type { NoteId } from './notes.ts';
import type { RuleId } from './rules.ts';
import type { UkCalendars } from './uk-holidays.ts';

/** One line of the working: after `from`, until and with `to`; every day between was counted or skipped. */
export type Step = {
	readonly rule: RuleId;
	readonly from: CivilDate;
	readonly to: CivilDate;
	/** Working days that counted, where they were counted. */
	readonly counted?: number;
	readonly skipped: readonly Skip[];
};

/** The clock stands, or perhaps stands, until somebody does something. */
export type Waiting = {
	readonly for: 'clarification' | 'identity' | 'fee';
	readonly since: CivilDate;
	/** A fee paid later than this needs no answer. */
	readonly until?: CivilDate;
};

/** What one reading of the facts comes to. */
export type Reckoning = {
	/** The strict day. Undefined while the clock stands, or where there is no duty. */
	readonly due: Day | undefined;
	/** The last day that can be argued. Undefined where there is no end to it yet. */
	readonly latest: Day | undefined;
	readonly noticeDue?: Day;
	readonly extendedDue?: Day;
	readonly escalate?: Day;
	readonly waiting?: Waiting;
	readonly steps: readonly Step[];
	/** Why `latest` is later than `due`. */
	readonly contested: readonly RuleId[];
	readonly notes: readonly NoteId[];
};

export type Calendars = {
	readonly uk: UkCalendars;
	memberState(code: string | undefined): Calendar;
};

export function step(rule: RuleId, { from, to, counted, skipped }: Span): Step {
	return { rule, from: dateOf(from), to: dateOf(to), ...(counted ? { counted } : {}), skipped };
}

/** A rule that sets a day, rather than counting to it. */
export function mark(rule: RuleId, from: Day, to: Day = from): Step {
	return { rule, from: dateOf(from), to: dateOf(to), skipped: [] };
}

/** No day can be named: the clock stands, or nothing is owed. */
export function withoutDay(steps: readonly Step[], rest: Partial<Reckoning> = {}): Reckoning {
	return { due: undefined, latest: undefined, steps, contested: [], notes: [], ...rest };
}
