import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which a clock on the wall of `zone` shows `local` ("2024-03-11T12:00"). A time that the spring
 * change skips moves on by the hour skipped; one that the autumn change repeats is the first of the two.
 * @throws RangeError when `local` is no date and time, or `zone` no IANA zone
 */
export function instantOf(local: string, zone: string): Date {
	return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

/** "2024-03-11T12:00", as a clock on the wall of `zone` shows the instant: for form fields. */
export function localOf(instant: Date, zone: string): string {
	const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
	return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Whether the clock change makes this wall-clock time not exist, or exist twice. */
export function clockChangeAt(local: string, zone: string): 'skipped' | 'repeated' | undefined {
	const plain = Temporal.PlainDateTime.from(local);
	const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
		plain.toZonedDateTime(zone, { disambiguation })
	);
	if (earlier!.epochMilliseconds === later!.epochMilliseconds) return undefined;
	return earlier!.toPlainDateTime().equals(plain) ? 'repeated' : 'skipped';
}

/** Is this a zone that the machine knows? */
export function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone.includes('/') || zone === 'UTC';
	} catch {
		return false;
	}
}

/** Civil date of the instant in the zone: "2024-03-11". */
export function dayOf(instant: Date, zone: string): string {
	return localOf(instant, zone).slice(0, 10);
}

/** `days` later by the calendar of the zone, at the same time of day there (a day may have 23 or 25 hours). */
export function daysAfter(instant: Date, days: number, zone: string): Date {
	const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
	return new Date(zoned.add({ days }).epochMilliseconds);
}

/** Where this Placard's own days begin and end, when nobody gave a zone: the last day of a role, the time of a sign-in. */
export const homeZone = 'Europe/London';
