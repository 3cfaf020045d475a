import ical, {
	ICalCalendarMethod,
	ICalEventStatus,
	ICalEventTransparency,
	type ICalEventData
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import * as m from '#words';
import { instantOf, localOf } from '#shared/dates';
import { vtimezone } from '#shared/vtimezone';
import type { CallView, Moment } from './server/call-views.ts';
import { when } from './call-words.ts';

/**
 * The dates of a call for people's own calendars (RFC 5545). Every entry keeps its UID for ever; SEQUENCE rises with
 * every change, so that a calendar which fetched it before moves the entry; a call that was put away cancels them.
 */
export function callCalendar(view: CallView, address: string): string {
	const gone = view.phase === 'archived';
	const calendar = ical({
		prodId: { company: 'Placard', product: 'Calls', language: 'EN' },
		method: gone ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
		timezone: { name: null as unknown as string, generator: (zone) => zoneFor(zone, view) }
	});
	for (const event of eventsOf(view, address))
		calendar.createEvent({
			...event,
			sequence: view.sequence,
			stamp: view.changedAt,
			lastModified: view.changedAt,
			transparency: ICalEventTransparency.TRANSPARENT,
			...(gone ? { status: ICalEventStatus.CANCELLED } : {})
		});
	return calendar.toString() + '\r\n';
}

function eventsOf(view: CallView, address: string): ICalEventData[] {
	const { opens, ends, decisionsBy, name } = view;
	return [
		...(opens
			? [
					{
						id: uid(view, 'opens'),
						...at(opens),
						...words(view, m.call_calendar_opens({ name }), opens, address)
					}
				]
			: []),
		...(ends
			? [
					{
						id: uid(view, 'closes'),
						...at(ends),
						...words(view, m.call_calendar_closes({ name }), ends, address)
					}
				]
			: []),
		...(decisionsBy
			? [
					{
						id: uid(view, 'decisions'),
						start: Temporal.PlainDate.from(decisionsBy),
						allDay: true,
						...words(view, m.call_calendar_decisions({ name }), undefined, address)
					}
				]
			: [])
	];
}

/** A discreet call leaves nothing in a calendar that somebody else could read over a shoulder. */
function words({ says }: CallView, summary: string, moment: Moment | undefined, address: string) {
	if (says.discreet) return { summary: m.call_calendar_discreet() };
	return { summary, ...(moment ? { description: when(moment) } : {}), url: address };
}

/** In the zone of the call; an instant that its clocks show twice, and is the second, can only be said in UTC. */
function at({ instant, zone }: Moment): { start: Date | Temporal.ZonedDateTime; timezone?: string } {
	const second = new Date(Math.floor(instant.getTime() / 1000) * 1000);
	const minute = instantOf(localOf(second, zone), zone).getTime();
	if (zone === 'UTC' || Math.floor(second.getTime() / 60_000) * 60_000 !== minute) return { start: second };
	return {
		start: Temporal.Instant.fromEpochMilliseconds(second.getTime()).toZonedDateTimeISO(zone),
		timezone: zone
	};
}

function zoneFor(zone: string, { opens, ends, asOf }: CallView): string {
	return vtimezone(zone, opens?.instant ?? asOf, ends?.instant ?? asOf);
}

function uid({ id }: CallView, what: string): string {
	return `call-${id}-${what}@placard`;
}
