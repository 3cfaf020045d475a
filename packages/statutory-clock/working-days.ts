// FOIA 2000 ss.1(3), 10; SI 2004/3364; EIR 2004 regs 5, 7, 9, 11; FOISA 2002 ss.10, 20, 21; EI(S)R 2004.
import type { Calendar } from './calendar.ts';
import { nextWorkingDay, workingDayAfter, workingDaysAfter, type PassOver, type Span } from './count.ts';
import { dayOf, type Day } from './day.ts';
import { ifKnown, inOrder, isClaimed, isToldTooLate } from './events.ts';
import type { Facts, Wait } from './facts.ts';
import { feeStep, isPaidTooLate, unpaidBy, whileUnpaid } from './fee.ts';
import type { NoteId } from './notes.ts';
import { mark, step, withoutDay, type Calendars, type Reckoning, type Step } from './reckoning.ts';
import type { InWorkingDays } from './regimes.ts';
import type { RuleId } from './rules.ts';
import { schoolDaysAfter } from './school-days.ts';

type Case = {
	readonly facts: Facts;
	readonly regime: InWorkingDays;
	readonly calendar: Calendar;
	readonly unpaid: PassOver;
};

/** The time as it runs from one day of receipt: to its first end, and to the end that holds. */
type Run = { readonly first: Day; readonly end: Day; readonly steps: readonly Step[] };

export function inWorkingDays(
	facts: Facts,
	received: Day,
	regime: InWorkingDays,
	calendars: Calendars
): Reckoning {
	const calendar = calendars.uk[regime.calendar];
	const one: Case = { facts, regime, calendar, unpaid: whileUnpaid(regime.fee && facts.fee) };
	const { start, steps, waiting, afresh } = afterParticulars(one, received);
	if (waiting) return withoutDay(steps, { waiting: { for: 'clarification', since: waiting.asked } });
	const run = runFrom(one, start);
	return withoutPayment(one, run, steps) ?? withReadings(one, start, run, { steps, afresh });
}

type Particulars = { start: Day; steps: Step[]; waiting?: Wait; afresh?: Day | undefined };

/** Particulars asked for in time begin the time afresh when they come. Asked for too late, that is arguable. */
function afterParticulars(one: Case, received: Day): Particulars {
	const { restart } = one.regime;
	const found: Particulars = { start: received, steps: [] };
	for (const wait of restart ? inOrder(one.facts.clarifications) : []) {
		const isInTime = dayOf(wait.asked) <= runFrom(one, found.start).end;
		if (!wait.received) return isInTime ? { ...found, waiting: wait } : found;
		const start = Math.max(found.start, dayOf(wait.received));
		if (!isInTime) return { ...found, afresh: start };
		found.steps.push(mark(restart!, dayOf(wait.asked), start));
		found.start = start;
	}
	return found;
}

function runFrom(one: Case, start: Day): Run {
	const { facts, regime, calendar, unpaid } = one;
	const { rule, span } = firstSpan(one, start);
	const first = span.to;
	const steps = [...(regime.fee ? feeStep(facts.fee, regime.fee, span.skipped) : []), step(rule, span)];
	if (!regime.extension || !isClaimed(facts) || isToldTooLate(facts, first))
		return { first, end: first, steps };
	const more = workingDaysAfter(first, regime.extension.days, calendar, unpaid);
	return { first, end: more.to, steps: [...steps, step(regime.extension.rule, more)] };
}

function firstSpan(one: Case, start: Day): { rule: RuleId; span: Span } {
	const { facts, regime, calendar, unpaid } = one;
	if (!regime.school)
		return { rule: regime.rule, span: workingDaysAfter(start, regime.days, calendar, unpaid) };
	const limits = { schoolDays: regime.days, workingDays: schoolLimit };
	const span = schoolDaysAfter(start, limits, calendar, unpaid, facts.closed ?? []);
	return { rule: span.isCutOff ? 'school-60' : regime.rule, span };
}

const schoolLimit = 60;

function withoutPayment({ facts, regime, calendar }: Case, run: Run, steps: Step[]): Reckoning | undefined {
	if (!regime.fee) return undefined;
	const waiting = unpaidBy(run.end, facts.fee, regime.fee, calendar);
	if (waiting) return withoutDay(steps, { waiting });
	if (isPaidTooLate(facts.fee, regime.fee, calendar))
		return withoutDay(steps, { notes: ['fee-not-paid-in-time'] });
	return undefined;
}

type Before = { readonly steps: readonly Step[]; readonly afresh: Day | undefined };

function withReadings(one: Case, start: Day, run: Run, { steps, afresh }: Before): Reckoning {
	const later = readings(one, start, run, afresh).filter(({ end }) => end > run.end);
	return {
		due: run.end,
		latest: Math.max(run.end, ...later.map(({ end }) => end)),
		...besides(one, start, run),
		steps: [...steps, ...run.steps],
		contested: later.map(({ rule }) => rule),
		notes: notesOn(one, run, afresh)
	};
}

/** Other ways to read the same facts, which somebody could defend. */
function readings(one: Case, start: Day, run: Run, afresh: Day | undefined): { rule: RuleId; end: Day }[] {
	const { facts, regime, calendar, unpaid } = one;
	const found: { rule: RuleId; end: Day }[] = [];
	if (regime.closedDayContested && calendar.closedOn(start) !== undefined)
		found.push({ rule: 'received-on-closed-day', end: runFrom(one, nextWorkingDay(start, calendar).to).end });
	if (afresh !== undefined) found.push({ rule: regime.restart!, end: runFrom(one, afresh).end });
	if (regime.extension && isToldTooLate(facts, run.first))
		found.push({
			rule: regime.extension.rule,
			end: workingDayAfter(run.first, regime.extension.days, calendar, unpaid)
		});
	if (regime.school && facts.closed === undefined)
		found.push({ rule: 'school-60', end: workingDayAfter(start, schoolLimit, calendar, unpaid) });
	return found;
}

function besides({ regime, calendar, unpaid }: Case, start: Day, run: Run) {
	const { extension, escalate } = regime;
	const extendedDue =
		extension && ifKnown(() => workingDayAfter(run.first, extension.days, calendar, unpaid));
	const escalateOn = escalate && ifKnown(() => workingDayAfter(start, escalate.days, calendar));
	return {
		...(extension ? { noticeDue: run.first } : {}),
		...(extendedDue === undefined ? {} : { extendedDue }),
		...(escalateOn === undefined ? {} : { escalate: escalateOn })
	};
}

function notesOn({ facts, regime }: Case, run: Run, afresh: Day | undefined): NoteId[] {
	const notes: NoteId[] = [];
	if (afresh !== undefined) notes.push('asked-too-late');
	if (!regime.restart && facts.clarifications?.length) notes.push('no-pause-here');
	if (!regime.extension && isClaimed(facts)) notes.push('no-extension-here');
	if (regime.extension && isToldTooLate(facts, run.first)) notes.push('extension-too-late');
	if (regime.school && facts.closed === undefined) notes.push('closures-unknown');
	if (!regime.school && facts.closed?.length) notes.push('closures-count-here');
	return notes;
}
