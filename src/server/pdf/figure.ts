/** How much smaller a picture may be made, so that it stands on the page that has begun. */
const leastOfWhole = 0.7;

/**
 * By how much a picture is scaled: as wide as the page or as high, and a little smaller rather than alone on the next
 * page under one that is half empty. All lengths in points; `left`: how much of the page is left.
 */
export function scaleOf(
	{ width, height }: { width: number; height: number },
	{ across, down, left }: { across: number; down: number; left: number }
): number {
	const whole = Math.min(across / width, down / height);
	const fits = left / height;
	return fits < whole && fits >= leastOfWhole * whole ? fits : whole;
}
