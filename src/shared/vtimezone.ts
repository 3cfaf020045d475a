import { Temporal } from 'temporal-polyfill';

/**
 * The rules of a zone as a calendar program needs them (RFC 5545 §3.6.5), for the years from `first` to `last`: what
 * the clocks show at the beginning, and then each change of theirs, one by one. Taken from the machine's own zones.
 */
export function vtimezone(zone: string, first: Date, last: Date): string {
	const start = instant(Date.UTC(first.getUTCFullYear() - 1, 0, 1)).toZonedDateTimeISO(zone);
	const end = Date.UTC(last.getUTCFullYear() + 1, 11, 31);
	const changes = changesBetween(start, end);
	const usual = Math.min(...[start, ...changes].map(offsetOf));
	const all = [observance(start, offsetOf(start), usual), ...changes.map((change) => changed(change, usual))];
	return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...all.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function changesBetween(start: Temporal.ZonedDateTime, end: number): Temporal.ZonedDateTime[] {
	const changes: Temporal.ZonedDateTime[] = [];
	let next = start.getTimeZoneTransition('next');
	while (next && next.epochMilliseconds < end) {
		changes.push(next);
		next = next.getTimeZoneTransition('next');
	}
	return changes;
}

function changed(change: Temporal.ZonedDateTime, usual: number): string[] {
	const before = offsetOf(change.subtract({ nanoseconds: 1 }));
	return observance(change, before, usual);
}

/** DTSTART is said in the time that the clocks showed until then. */
function observance(at: Temporal.ZonedDateTime, before: number, usual: number): string[] {
	const after = offsetOf(at);
	const kind = after > usual ? 'DAYLIGHT' : 'STANDARD';
	const wall = instant(at.epochMilliseconds + before)
		.toZonedDateTimeISO('UTC')
		.toPlainDateTime();
	return [
		`BEGIN:${kind}`,
		`DTSTART:${wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
		`TZOFFSETFROM:${written(before)}`,
		`TZOFFSETTO:${written(after)}`,
		`END:${kind}`
	];
}

function instant(milliseconds: number): Temporal.Instant {
	return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function offsetOf(at: Temporal.ZonedDateTime): number {
	return at.offsetNanoseconds / 1e6;
}

/** "+0545". */
function written(offset: number): string {
	const minutes = Math.abs(offset) / 60_000;
	const pad = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${offset < 0 ? '-' : '+'}${pad(minutes / 60)}${pad(minutes % 60)}`;
}
