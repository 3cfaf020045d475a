import { daysAfter } from '#shared/dates';

export type ReminderKind = 'deadline' | 'deletion';
/** One letter that is due: so many days before the instant that it is about. */
export type Reminder = { kind: ReminderKind; days: number; about: Date };

/** Days before the deadline, and days before an unsent draft is deleted (CONDUCT §3). */
const marks = [30, 7, 1];

/**
 * The reminder due for a draft at this instant, if one is. Only where that long remained when it was begun; of
 * several missed (the server was off) only the last; none once the instant itself is over.
 */
export function reminderDue(
	kind: ReminderKind,
	about: Date,
	{ begunAt, zone, now }: { begunAt: Date; zone: string; now: Date }
): Reminder | undefined {
	if (now >= about) return undefined;
	const reached = marks
		.map((days) => ({ kind, days, about, mark: daysAfter(about, -days, zone) }))
		.filter(({ mark }) => mark <= now && mark >= begunAt)
		.at(-1);
	return reached && { kind, days: reached.days, about };
}
