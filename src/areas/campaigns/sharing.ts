/** Who may see something of a campaign, from the fewest: its members and dated guests; its cohort as well; everybody. */
export const shareLevels = ['private', 'cohort', 'public'] as const;
export type ShareLevel = (typeof shareLevels)[number];

/** Who looks: somebody who takes part, somebody of the same cohort (other campaigns, host staff), anybody. */
export const readers = ['member', 'cohort', 'anybody'] as const;
export type Reader = (typeof readers)[number];

/** What is shown at both levels, and no wider: a board of a private campaign is private. */
export function narrower(one: ShareLevel, other: ShareLevel): ShareLevel {
	return shareLevels.indexOf(one) <= shareLevels.indexOf(other) ? one : other;
}

export function mayRead(reader: Reader, level: ShareLevel): boolean {
	return readers.indexOf(reader) <= shareLevels.indexOf(level);
}

/** Where there is no cohort, there is nobody between the members and everybody. */
export function levelsFor({ cohort }: { cohort: string | null }): readonly ShareLevel[] {
	return cohort ? shareLevels : shareLevels.filter((level) => level !== 'cohort');
}
