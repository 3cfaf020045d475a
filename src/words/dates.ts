import * as m from '#words';
import { clockChangeAt, dayOf, localOf } from '#shared/dates';
import { dateFormat } from '#shared/formats';
import { getLocale, type Locale } from './addresses.ts';
import { formatsIn, tongues } from './tongues.ts';

/**
 * "12 noon UK time, Monday 11 March 2024": an instant, said in the zone it was set in, so that nobody has to work out
 * which noon. Where the clock shows the same time twice, it says which of the two.
 */
export function sentenceOfInstant(instant: Date, zone: string, locale: Locale = getLocale()): string {
	const [day, clock] = localOf(instant, zone).split('T') as [string, string];
	const words = { zone: zoneOf(instant, zone, locale), day: sentenceOfDay(day, locale) };
	if (clock === '00:00') return m.common_when_midnight(words, { locale });
	return m.common_when({ ...words, time: sentenceOfClock(clock, locale) }, { locale });
}

/** "Monday 11 March 2024", from "2024-03-11". */
export function sentenceOfDay(day: string, locale: Locale = getLocale()): string {
	const parts = dateFormat(formatsIn(locale), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	}).formatToParts(new Date(`${day}T00:00:00Z`));
	return asWeSay[locale]?.(parts) ?? parts.map(({ value }) => value).join('');
}

/** The day on which the instant falls in the zone: for what is deleted or kept, where the hour says nothing. */
export function sentenceOfDate(instant: Date, zone: string, locale: Locale = getLocale()): string {
	return sentenceOfDay(dayOf(instant, zone), locale);
}

/** "11 Mar 2024": the day on which the instant falls in the zone, where there is little room. */
export function shortDate(instant: Date, zone: string, locale: Locale = getLocale()): string {
	const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
	return dateFormat(formatsIn(locale), parts).format(instant);
}

/** "12 noon", "3pm", "3:30pm", from "15:30"; "15:30" where people say it so. */
export function sentenceOfClock(clock: string, locale: Locale = getLocale()): string {
	const [hours, minutes] = clock.split(':') as [string, string];
	if (clock === '12:00') return m.common_when_noon({}, { locale });
	if (tongues[locale].hours === 24) return `${Number(hours)}:${minutes}`;
	const time = `${Number(hours) % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}`;
	return Number(hours) < 12 ? m.common_when_am({ time }, { locale }) : m.common_when_pm({ time }, { locale });
}

/** "UK time", "Nepal time": as a word of the sentence, beside ours. */
export function sentenceOfZone(zone: string, locale: Locale = getLocale(), instant = new Date(0)): string {
	if (ukZones.has(zone)) return m.common_when_uk({}, { locale });
	if (utcZones.has(zone)) return 'UTC';
	const name = zonePart(instant, zone, locale, 'longGeneric');
	return locale === 'cy' ? name.replace(/^Amser/, 'amser') : name.replace(/ Time$/, ' time');
}

type Parts = Intl.DateTimeFormatPart[];
/** Where a language's usual way of writing a whole date is not that of a sentence. */
const asWeSay: Partial<Record<Locale, (parts: Parts) => string>> = {
	en: withoutCommas,
	cy: (parts) => withoutCommas(parts).replace(/^Dydd/, 'dydd'),
	fr: (parts) => withoutCommas(parts).replace(/ 1 /, ' 1er ')
};
const ukZones = new Set(['Europe/London', 'Europe/Belfast', 'GB', 'GB-Eire']);
const utcZones = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'Etc/UCT', 'Etc/Zulu']);

function withoutCommas(parts: Parts): string {
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

function zoneOf(instant: Date, zone: string, locale: Locale): string {
	const name = sentenceOfZone(zone, locale, instant);
	if (clockChangeAt(localOf(instant, zone), zone) !== 'repeated') return name;
	return `${name} (${zonePart(instant, zone, locale, 'long')})`;
}

function zonePart(instant: Date, zone: string, locale: Locale, timeZoneName: 'long' | 'longGeneric'): string {
	const parts = dateFormat(formatsIn(locale), { timeZone: zone, timeZoneName }).formatToParts(instant);
	return parts.find((one) => one.type === 'timeZoneName')?.value ?? zone;
}
