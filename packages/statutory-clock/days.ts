// DPA 2018 s.164A; GDPR art 33; FOIA 2000 s.50; FOISA 2002 s.47(4); Tribunal Procedure (GRC) Rules 2009 rr.12, 22.
import type { Calendar } from './calendar.ts';
import { nextWorkingDay, workingDayBefore, type Span } from './count.ts';
import { addMonths, dayOf, type Day } from './day.ts';
import { mark, step, withoutDay, type Reckoning, type Step } from './reckoning.ts';
import type { InDays, Window } from './regimes.ts';

export function inDays(received: Day, regime: InDays, calendar: Calendar): Reckoning {
	if (regime.inForceFrom !== undefined && received < dayOf(regime.inForceFrom))
		return withoutDay([], { notes: ['not-in-force'] });
	const { to, steps, raw } = ended(received, received + regime.days, regime, calendar);
	const latest = latestOf(received, regime, calendar);
	return {
		due: to,
		latest: Math.max(to, raw, latest),
		steps,
		contested: regime.contested && latest > to ? [regime.contested.rule] : [],
		notes: []
	};
}

function latestOf(received: Day, { contested, end }: InDays, calendar: Calendar): Day {
	const raw = received + (contested?.days ?? 0);
	return contested && end !== 'stays' ? nextWorkingDay(raw, calendar).to : raw;
}

type End = { readonly to: Day; readonly raw: Day; readonly steps: readonly Step[] };

function ended(from: Day, raw: Day, { rule, end }: Pick<InDays, 'rule' | 'end'>, calendar: Calendar): End {
	const first = mark(rule, from, raw);
	if (end === 'stays') return { to: raw, raw, steps: [first] };
	const span: Span = (end.move === 'next' ? nextWorkingDay : workingDayBefore)(raw, calendar);
	return { to: span.to, raw, steps: span.skipped.length ? [first, step(end.rule, span)] : [first] };
}

/** A window that closes on people: the strict day is the working day before, the latest the day itself. */
export function inWindow(received: Day, { months, rule }: Window, calendar: Calendar): Reckoning {
	const end = { move: 'before', rule: 'window-before' } as const;
	const { to, raw, steps } = ended(received, addMonths(received, months), { rule, end }, calendar);
	return { due: to, latest: Math.max(to, raw), steps, contested: [], notes: [] };
}
