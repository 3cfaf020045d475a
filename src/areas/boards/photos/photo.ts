import type { FileKind } from '#shared/file-kinds';

/** A photo that nobody decided about goes by itself: long enough to type up a workshop, and no longer. */
export const photoDays = 7;

const day = 24 * 60 * 60_000;

export function goesAt(putAt: Date): Date {
	return new Date(putAt.getTime() + photoDays * day);
}

export const mostPhotos = 12;
/** What telephones make. */
export const mostMegabytes = 20;

/** Every photo is one kind of file afterwards, large enough to read a wall of handwriting. */
export const photoKind = 'jpeg' satisfies FileKind;
export const photoBox = { width: 3200, height: 3200 };
/** Of one photo, and of all that a campaign has. */
export const photoLimits = { bytes: mostMegabytes * 1_000_000, total: 100_000_000 };

export const fates = ['destroy', 'keep'] as const;
export type Fate = (typeof fates)[number];
