import * as m from '#words';
import { dayOf } from '#shared/dates';
import { sentenceOfDay } from '#words/dates';
import type { CallView, Moment } from './server/call-views.ts';
import { clockOf, runsOf, when } from './call-words.ts';

/** One line of the key dates, with its machine-readable instant or day. */
export type DateLine = {
	name: string;
	words: string;
	at: string;
	note?: string | undefined;
	state?: 'past' | 'now' | undefined;
};

/** What happens when, in order: the same on the page, in the PDF and in every list. */
export function datesShown(view: CallView): DateLine[] {
	return [...opening(view), ...closing(view), ...decisions(view), ...running(view)];
}

function opening({ opens, asOf }: CallView): DateLine[] {
	if (!opens) return [];
	const past = opens.instant <= asOf;
	return [
		{ name: past ? m.call_opened() : m.call_opens(), ...line(opens), state: past ? 'past' : undefined }
	];
}

function closing(view: CallView): DateLine[] {
	const { closes, ends, graceEnds, asOf, phase } = view;
	if (!closes || !ends || !graceEnds) return [];
	const early = ends.instant < closes.instant;
	const over = ends.instant <= asOf;
	const end: DateLine = {
		name: early ? m.call_closed_early() : over ? m.call_closed() : m.call_closes(),
		...line(ends),
		note: graceEnds.instant > asOf ? m.call_grace({ time: clockOf(graceEnds) }) : undefined,
		state: phase === 'open' ? 'now' : over ? 'past' : undefined
	};
	return early ? [end, { name: m.call_deadline_was(), ...line(closes), state: 'past' }] : [end];
}

function decisions(view: CallView): DateLine[] {
	const { decisionsBy } = view;
	if (!decisionsBy) return [];
	const note = m.call_decisions_note();
	return [
		{
			name: m.call_decisions(),
			words: sentenceOfDay(decisionsBy),
			at: decisionsBy,
			note,
			state: gone(decisionsBy, view)
		}
	];
}

function running(view: CallView): DateLine[] {
	const words = runsOf(view);
	const { from, to } = view.runs;
	if (!words) return [];
	const at = from && to ? `${from}/${to}` : (from ?? to)!;
	return [{ name: m.call_runs(), words, at, state: to ? gone(to, view) : undefined }];
}

function gone(day: string, { asOf, zone }: CallView): 'past' | undefined {
	return day < dayOf(asOf, zone) ? 'past' : undefined;
}

function line(moment: Moment): Pick<DateLine, 'words' | 'at'> {
	return { words: when(moment), at: moment.instant.toISOString() };
}
