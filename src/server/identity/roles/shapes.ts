import * as v from 'valibot';
import { daysAfter, homeZone, instantOf } from '#shared/dates';
import { readDay } from '#shared/written-date';

export const Role = v.picklist(['administrator', 'lead'], 'not-an-option');

const Id = v.pipe(v.string(), v.uuid('not-found'));
export const ByPerson = v.object({ person: Id });
export const ByInvitation = v.object({ invitation: Id });
export const ByReset = v.object({ reset: Id });

const Box = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20, 'not-a-date')), '');

/** Three boxes for the last day of a role; all empty when it goes on. The role ends as that day does. */
export const LastDay = v.pipe(
	v.object({ day: Box, month: Box, year: Box }),
	v.transform((parts) => {
		if (!parts.day && !parts.month && !parts.year) return null;
		const day = readDay({ ...parts, time: '' });
		return day && daysAfter(instantOf(`${day}T00:00`, homeZone), 1, homeZone);
	}),
	v.custom<Date | null>((until) => until !== undefined, 'not-a-date')
);
