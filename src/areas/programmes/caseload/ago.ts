import * as m from '#words';
import { dayOf, localOf } from '#shared/dates';
import { sentenceOfClock, sentenceOfDay } from '#words/dates';

/** "today at 4pm", "yesterday at 12 noon", "Monday 11 March 2024 at 9:30am", as the call's zone counts days. */
export function agoWords(instant: Date, now: Date, zone: string): string {
	const [day, clock] = localOf(instant, zone).split('T') as [string, string];
	const time = sentenceOfClock(clock.slice(0, 5));
	if (day === dayOf(now, zone)) return m.caseload_today({ time });
	const yesterday = dayOf(new Date(now.getTime() - 86_400_000), zone);
	return day === yesterday
		? m.caseload_yesterday({ time })
		: m.caseload_on_day({ day: sentenceOfDay(day), time });
}
