import { dayOf, daysAfter, homeZone, instantOf } from '#shared/dates';

/** Of a note about somebody that nobody looks at again we write so often; then its board alone says so. */
export const turns = 2;
/** Between one letter and the next about the same note. */
export const daysBetween = 14;

/** A day to think of for who keeps a note: nobody is made to take it. */
export function halfAYearAfter(day: string): string {
	return dayOf(daysAfter(instantOf(`${day}T12:00`, homeZone), 182, homeZone), homeZone);
}
