import * as v from 'valibot';

/** How often somebody is written what is new, assigned to them, and waiting. */
export const rhythms = ['daily', 'weekly', 'none'] as const;
export type Rhythm = (typeof rhythms)[number];

export const ChooseRhythm = v.object({ rhythm: v.picklist(rhythms, 'missing') });

/** Working days, or Mondays. */
export function isDue(rhythm: Rhythm, now: Date): boolean {
	const day = now.getUTCDay();
	if (rhythm === 'weekly') return day === 1;
	return rhythm === 'daily' && day >= 1 && day <= 5;
}
