/**
 * How many words a text has, counted as people count: runs of anything but white space that hold at least one
 * letter or figure, so that a dash or a bullet on its own costs nothing. One rule for page, server and script.
 */
export function countWords(text: string): number {
	return text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}
