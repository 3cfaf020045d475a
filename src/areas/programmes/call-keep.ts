import type { CallContent } from './call.schema.ts';

/** What Placard does when the host has not said how long it keeps things. The page says these too, since they are true. */
export const usualMonths = 12;
export const usualDraftDays = 60;

export type Keeping = {
	/** Months from the decision, or from the end of the call, until expressions that were not chosen are deleted. */
	months: number;
	/** Days from the end of the call until drafts that were never sent are deleted. */
	draftDays: number;
};

export function keepingOf({ keep }: Pick<CallContent, 'keep'>): Keeping {
	return { months: keep.months ?? usualMonths, draftDays: keep.draftDays ?? usualDraftDays };
}
