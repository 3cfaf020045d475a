import type { Point } from './drawing.ts';

/** The head of an arrow at the last of these points, open so that it is read without colour. */
export function headOf(points: readonly Point[]): Point[] {
	const [from, to] = [points.at(-2), points.at(-1)];
	if (!from || !to) return [];
	const angle = Math.atan2(to.y - from.y, to.x - from.x);
	const back = (turn: number) => ({
		x: to.x - 11 * Math.cos(angle + turn),
		y: to.y - 11 * Math.sin(angle + turn)
	});
	return [back(0.45), to, back(-0.45)];
}

/** A straight way between two marks or cards that ends before each of them. */
export function between(a: Point, b: Point, gap: number): Point[] {
	const length = Math.hypot(b.x - a.x, b.y - a.y);
	if (length <= 2 * gap) return [];
	const share = gap / length;
	const at = (part: number) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
	return [at(share), at(1 - share)];
}
