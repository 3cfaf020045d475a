import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { vtimezone } from '#shared/vtimezone';
import * as m from '#words';
import type { Appointment } from './server/choosing.ts';
import type { InterviewsView } from './server/offering.ts';

type Entry = { id: string; at: Date; minutes: number; summary: string; sequence: number; cancelled: boolean };

/**
 * The time that an applicant chose, for their own calendar (RFC 5545). The UID stays, SEQUENCE rises with every change,
 * and what is off is cancelled. It names neither host nor programme: others see one's calendar.
 */
export function appointmentCalendar({ id, sequence, at, minutes, cancelled, stamp }: Appointment): string {
	const summary = m.asking_talk_calendar();
	const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
	const entry = { id, at: at.instant, minutes, summary, sequence, cancelled };
	return calendar([entry], { zone: at.zone, stamp, method });
}

/**
 * All interviews of a call, for whoever leads them. A time that is free again stays in it as cancelled, under the same
 * UID: a calendar that is brought in a second time takes it out. Taken, its SEQUENCE is even; off, odd, and above.
 */
export function interviewsCalendar({ days, off, zone }: InterviewsView, stamp: Date): string {
	const slots = days.flatMap(({ slots }) => slots);
	const taken = slots.flatMap(({ id, at, minutes, sequence, booked }): Entry[] =>
		booked
			? [
					{
						id,
						at: at.instant,
						minutes,
						summary: m.sorting_talk_calendar({ reference: booked.reference }),
						sequence: sequence * 2,
						cancelled: false
					}
				]
			: []
	);
	const gone = off.map((slot) => ({
		...slot,
		summary: m.asking_talk_calendar(),
		sequence: slot.sequence * 2 + 1,
		cancelled: true
	}));
	return calendar([...taken, ...gone], { zone, stamp, method: ICalCalendarMethod.PUBLISH });
}

type Made = { zone: string; stamp: Date; method: ICalCalendarMethod };

function calendar(entries: readonly Entry[], { zone, stamp, method }: Made): string {
	const instants = entries.map(({ at }) => at.getTime());
	const [first, last] = [Math.min(stamp.getTime(), ...instants), Math.max(stamp.getTime(), ...instants)];
	const made = ical({
		prodId: { company: 'Placard', product: 'Appointments', language: 'EN' },
		method,
		timezone: {
			name: null as unknown as string,
			generator: (name) => vtimezone(name, new Date(first), new Date(last))
		}
	});
	for (const { id, at, minutes, summary, sequence, cancelled } of entries)
		made.createEvent({
			id: `interview-${id}@placard`,
			...timesOf(at, minutes, zone),
			summary,
			sequence,
			stamp,
			...(cancelled ? { status: ICalEventStatus.CANCELLED } : {})
		});
	return made.toString() + '\r\n';
}

/** On the clock of the zone; an hour that the clocks show twice can only be said in UTC. */
function timesOf(at: Date, minutes: number, zone: string) {
	const start = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
	const end = start.add({ minutes });
	const again = start.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' });
	if (zone === 'UTC' || !again.equals(start))
		return { start: at, end: new Date(at.getTime() + minutes * 60_000) };
	return { start, end, timezone: zone };
}
