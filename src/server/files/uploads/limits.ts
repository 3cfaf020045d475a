const megabyte = 1_000_000;

/** What one piece may have. A page's script sends less on a slow line; a piece that breaks off is sent again whole. */
export const mostInPiece = 8 * megabyte;
/** Pieces of one upload: enough for 200 MB over a line on which 64 kB take a while. */
export const mostPieces = 4000;
/** Unfinished ones that one owner may have at a time. */
export const mostAtOnce = 4;
/** Hours after its last piece for which an unfinished one is kept. */
export const hoursKept = 24;

/** UPLOAD_MOST_MEGABYTES: no recording may be larger, whatever its question says. */
export function mostMegabytes(): number {
	const given = Number(process.env['UPLOAD_MOST_MEGABYTES'] || 200);
	return Number.isFinite(given) && given > 0 ? given : 200;
}

export function mostBytes(): number {
	return mostMegabytes() * megabyte;
}
