// UK GDPR arts 12, 12A, 15 to 22; DPA 2018 s.54; EU GDPR art 12(3) with Regulation 1182/71 art 3; EDPB 01/2022.
import type { Calendar } from './calendar.ts';
import { nextWorkingDay } from './count.ts';
import { addMonths, type Day } from './day.ts';
import { ifKnown, isClaimed, isToldTooLate } from './events.ts';
import type { Facts } from './facts.ts';
import type { NoteId } from './notes.ts';
import { daysLeftOut, pauseOf, type Pause } from './pause.ts';
import { mark, step, withoutDay, type Reckoning, type Step } from './reckoning.ts';
import type { InMonths } from './regimes.ts';
import { relevantTime, type RelevantTime } from './relevant-time.ts';
import type { RuleId } from './rules.ts';

type Case = { readonly facts: Facts; readonly regime: InMonths; readonly calendar: Calendar };

/** So many months from a day, with what did not count in them. */
type Run = { readonly start: Day; readonly months: number; readonly pause: Pause };

export function inMonths(facts: Facts, received: Day, regime: InMonths, calendar: Calendar): Reckoning {
	const one: Case = { facts, regime, calendar };
	const from = relevantTime(facts, received, regime, (start) => latestOf(one, runFrom(one, start)));
	if (from.waiting) return withoutDay(from.steps, { waiting: from.waiting });
	const run = runFrom(one, from.start);
	const { open } = run.pause;
	if (!open) return answered(one, from, run);
	const waiting = { for: open === facts.identity ? 'identity' : 'clarification', since: open.asked } as const;
	if (regime.pause?.by === 'statute') return withoutDay(from.steps, { waiting });
	return { ...answered(one, from, run), latest: undefined, waiting };
}

/** The month, or the three months where more time was claimed in time. */
function runFrom(one: Case, start: Day): Run {
	const { facts, regime } = one;
	const first = { start, months: regime.months, pause: pauseIn(one, start, regime.months) };
	if (!regime.extension || !isClaimed(facts) || isToldTooLate(facts, strictEnd(one, first))) return first;
	return extended(one, start);
}

function extended(one: Case, start: Day): Run {
	const months = one.regime.months + (one.regime.extension?.months ?? 0);
	return { start, months, pause: pauseIn(one, start, months) };
}

function pauseIn(one: Case, start: Day, months: number): Pause {
	const { facts, regime, calendar } = one;
	const asked = [
		...(facts.clarifications ?? []),
		...(regime.pause?.by === 'guidance' && facts.identity ? [facts.identity] : [])
	];
	return pauseOf(
		regime.pause && asked,
		start,
		(days) => nextWorkingDay(addMonths(start, months) + days, calendar).to
	);
}

/** Months first, then the days that do not count, then off a closed day. Guidance alone moves no strict day. */
function strictEnd(one: Case, run: Run): Day {
	return endWith(one, run, strictDays(one, run)).to;
}

function strictDays({ regime }: Case, { pause }: Run): number {
	return regime.pause?.by === 'guidance' ? 0 : pause.fewest;
}

function latestOf(one: Case, run: Run): Day {
	return endWith(one, run, run.pause.most).to;
}

function endWith({ calendar }: Case, { start, months }: Run, days: number) {
	return nextWorkingDay(addMonths(start, months) + days, calendar);
}

function answered(one: Case, from: RelevantTime, run: Run): Reckoning {
	const due = strictEnd(one, run);
	const later = readings(one, from, run).filter(({ end }) => end > due);
	return {
		due,
		latest: Math.max(due, ...later.map(({ end }) => end)),
		...besides(one, run),
		steps: [...from.steps, ...working(one, run)],
		contested: later.map(({ rule }) => rule),
		notes: notesOn(one, from, run)
	};
}

function readings(one: Case, { afresh }: RelevantTime, run: Run): { rule: RuleId; end: Day }[] {
	const { facts, regime } = one;
	const found: { rule: RuleId; end: Day }[] = [];
	if (regime.pause) {
		const rule = regime.pause.by === 'statute' ? 'pause-both-days' : regime.pause.rule;
		found.push({ rule, end: latestOf(one, run) });
	}
	if (afresh) found.push({ rule: afresh.rule, end: latestOf(one, runFrom(one, afresh.start)) });
	if (regime.extension && isClaimed(facts) && run.months === regime.months)
		found.push({ rule: regime.extension.rule, end: latestOf(one, extended(one, run.start)) });
	return found;
}

function besides(one: Case, { start }: Run) {
	const { regime } = one;
	if (!regime.extension) return {};
	const first = { start, months: regime.months, pause: pauseIn(one, start, regime.months) };
	const extendedDue = ifKnown(() => strictEnd(one, extended(one, start)));
	return { noticeDue: strictEnd(one, first), ...(extendedDue === undefined ? {} : { extendedDue }) };
}

function working(one: Case, run: Run): Step[] {
	const { regime } = one;
	const { start, months } = run;
	const days = strictDays(one, run);
	const end = endWith(one, run, days);
	const month = addMonths(start, regime.months);
	const steps = [mark(regime.rule, start, month)];
	if (months > regime.months) steps.push(mark(regime.extension!.rule, month, addMonths(start, months)));
	const raw = addMonths(start, months);
	if (days) steps.push(...pauseSteps(one, raw, run));
	if (end.skipped.length) steps.push(step(regime.move, end));
	return steps;
}

function pauseSteps({ facts, regime }: Case, raw: Day, { pause }: Run): Step[] {
	const { rule } = regime.pause!;
	const isBeforeTheAct =
		rule === 'ukgdpr-12a-5' && facts.received !== undefined && facts.received < pauseInForce;
	const span = { from: raw, to: raw + pause.fewest, counted: 0, skipped: daysLeftOut(pause) };
	return [step(isBeforeTheAct ? 'ico-pause' : rule, span)];
}

/** UK GDPR art 12A, by SI 2026/82. */
const pauseInForce = '2026-02-05';

function notesOn({ facts, regime }: Case, { afresh }: RelevantTime, run: Run): NoteId[] {
	const notes: NoteId[] = [];
	if (afresh || run.pause.isTooLate) notes.push('asked-too-late');
	if (!regime.pause && facts.clarifications?.length) notes.push('no-pause-here');
	if (regime.extension && isClaimed(facts) && run.months === regime.months) notes.push('extension-too-late');
	if (regime.holidays === 'member-state')
		notes.push(facts.memberState ? 'regional-holidays' : 'member-state-unknown');
	return notes;
}
