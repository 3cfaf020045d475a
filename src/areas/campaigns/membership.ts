import type { Care } from './campaign.ts';

export const parts = ['coordinator', 'steward', 'member', 'guest'] as const;
export type Part = (typeof parts)[number];

type Held = { acceptedAt: Date | null; until: Date | null; endedAt?: Date | null };

/** Whoever said yes, until somebody or a date ends it. */
export function takesPart({ acceptedAt, until, endedAt }: Held, now: Date): boolean {
	return acceptedAt !== null && !endedAt && !isOver({ until }, now);
}

export function isOver({ until }: { until: Date | null }, now: Date): boolean {
	return until !== null && until <= now;
}

/** Who is shown who takes part: where a campaign is extremely sensitive, its coordinators alone. */
export function seesMembers({ part, care }: { part: Part | null; care: Care }): boolean {
	if (part === null) return false;
	return part === 'coordinator' || (care !== 'extreme' && part !== 'guest');
}
