// RFC 5545: dates of cases as all-day events, for people's own calendars. A date has no zone, so there is no VTIMEZONE.
import type { Clock } from './clock.ts';
import { dateOf, dayOf, type CivilDate } from './day.ts';
import { explain, isOurs, type Language } from './explain.ts';

export type CalendarEntry = {
	readonly clock: Clock;
	/** Rises with every change, so that a calendar which has the event moves it. */
	readonly sequence?: number;
	/** An answer came, or the request was taken back. */
	readonly isCancelled?: boolean;
};

export type CalendarOf = {
	/** When the file was made, handed in: `20261001T090000Z`. */
	readonly stamp: string;
	/** What makes the ids of events unique in the world: a host name. */
	readonly host: string;
	readonly language: Language;
	/** Titles that tell somebody who looks over a shoulder nothing, and no description. */
	readonly isDiscreet?: boolean;
};

type Kind = 'due' | 'act' | 'arguable' | 'escalate';

const titles: Readonly<Record<Language, Readonly<Record<Kind | 'discreet', string>>>> = {
	en: {
		due: 'Answer due',
		act: 'Last day to act',
		arguable: 'Last arguable day for an answer',
		escalate: 'Last day before a complaint',
		discreet: 'Reminder'
	},
	cy: {
		due: 'Ateb i’w gael',
		act: 'Y diwrnod olaf i weithredu',
		arguable: 'Y diwrnod olaf y gellir ei ddadlau',
		escalate: 'Y diwrnod olaf cyn cwyno',
		discreet: 'Nodyn atgoffa'
	}
};

/** One case or a batch in one file. The same cases give the same ids for ever. */
export function calendarOf(entries: readonly CalendarEntry[], of: CalendarOf): string {
	const isOver = entries.length > 0 && entries.every(({ isCancelled }) => isCancelled);
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//Placard//Statutory clock//${of.language.toUpperCase()}`,
		'CALSCALE:GREGORIAN',
		`METHOD:${isOver ? 'CANCEL' : 'PUBLISH'}`,
		...entries.flatMap((entry) =>
			datesIn(entry.clock).flatMap(([kind, date]) => event(entry, kind, date, of))
		),
		'END:VCALENDAR',
		''
	]
		.map(folded)
		.join('\r\n');
}

function datesIn({ due, latestArguable, escalate, regime }: Clock): [Kind, CivilDate][] {
	const dates: [Kind, CivilDate][] = [];
	if (due) dates.push([isOurs(regime) ? 'act' : 'due', due]);
	if (due && latestArguable && latestArguable !== due) dates.push(['arguable', latestArguable]);
	if (escalate) dates.push(['escalate', escalate]);
	return dates;
}

function event(
	{ clock, sequence = 0, isCancelled }: CalendarEntry,
	kind: Kind,
	date: CivilDate,
	of: CalendarOf
): string[] {
	const title = titles[of.language][of.isDiscreet ? 'discreet' : kind];
	return [
		'BEGIN:VEVENT',
		`UID:${kind}-${encodeURIComponent(clock.id.toWellFormed())}@${of.host}`,
		`DTSTAMP:${of.stamp}`,
		`SEQUENCE:${sequence}`,
		`DTSTART;VALUE=DATE:${compact(date)}`,
		`DTEND;VALUE=DATE:${compact(dateOf(dayOf(date) + 1))}`,
		`SUMMARY:${escaped(of.isDiscreet ? title : `${title}: ${clock.id}`)}`,
		...(of.isDiscreet ? [] : [`DESCRIPTION:${escaped(explain(clock, of.language).join('\n'))}`]),
		'TRANSP:TRANSPARENT',
		`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		'END:VEVENT'
	];
}

function compact(date: CivilDate): string {
	return date.replaceAll('-', '');
}

/** RFC 5545 3.3.11; control characters have no place in text at all. */
function escaped(text: string): string {
	return text
		.replaceAll(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' '))
		.replaceAll(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');
}

/** No line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
	const parts = [''];
	let octets = 0;
	for (const character of line) {
		const size = new TextEncoder().encode(character).length;
		if (octets + size > 75) {
			parts.push('');
			octets = 1;
		}
		parts[parts.length - 1] += character;
		octets += size;
	}
	return parts.join('\r\n ');
}
