// Paints the brush edges of the design system (src/ui/art). Run by hand; what it makes is committed.
//   node scripts/paint.ts
import { writeFileSync } from 'node:fs';

type Point = [number, number];
type Roll = () => number;

writeFileSync('src/ui/art/edge-start.svg', edgeWhereStrokesBegin(dice(11)));
writeFileSync('src/ui/art/edge-end.svg', edgeWhereStrokesEnd(dice(3)));
writeFileSync('src/ui/art/stroke.svg', stroke(dice(5)));

/** Broad strokes, one under the other, set down bluntly at slightly different places. */
function edgeWhereStrokesBegin(roll: Roll, strokes = 5, width = 20, height = 200): string {
	const points = strokesDown(strokes, height, (from, to) => {
		const at = 2 + roll() * 9;
		return [0, 0.12, 0.35, 0.65, 0.9, 1].map((y): Point => {
			const isCorner = y < 0.1 || y > 0.95;
			return [at + (isCorner ? 3.5 + roll() * 3 : (roll() - 0.5) * 2.4), from + (to - from) * y];
		});
	});
	return svg(width, height, [[width, 0], ...points, [width, height]]);
}

/** Where they end the brush is dry: broad fingers with thin slits between, the middle of each stroke going furthest. */
function edgeWhereStrokesEnd(roll: Roll, strokes = 5, width = 60, height = 200): string {
	const fingers = 6;
	const points = strokesDown(strokes, height, (from, to) => {
		const at = 22 + roll() * 18;
		const tall = (to - from) / fingers;
		return Array.from({ length: fingers }, (_, f): Point[] => {
			const top = from + tall * f;
			const reach = at + 16 * Math.sin((Math.PI * (f + 0.5)) / fingers) - 8 + (roll() - 0.5) * 12;
			const slit = at - 6 - roll() * 16;
			return [
				[reach - 2 - roll() * 3, top + tall * 0.08],
				[reach, top + tall * (0.3 + roll() * 0.3)],
				[reach - 1 - roll() * 5, top + tall * 0.86],
				[f === fingers - 1 ? reach - 8 : slit, top + tall * 0.97]
			];
		}).flat();
	});
	return svg(width, height, [[0, 0], ...points, [0, height]]);
}

/** One stroke from left to right: wet where it begins, split where the brush was lifted. */
function stroke(roll: Roll, width = 240, height = 20): string {
	const wet = Array.from({ length: 8 }, (_, n) => 6 + n * 22 + roll() * 8);
	const top = wet.map((x): Point => [x, 1.5 + roll() * 2]);
	const bottom = wet.map((x): Point => [x, height - 1.5 - roll() * 2.4]).reverse();
	const dry = Array.from({ length: 7 }, (_, n): Point[] => {
		const y = 3 + ((height - 6) * n) / 6;
		return [
			[width * (0.84 + roll() * 0.15), y],
			[width * (0.66 + roll() * 0.14), y + 1.2]
		];
	}).flat();
	return svg(width, height, [...top, ...dry, ...bottom, [2, height * 0.7], [1, height * 0.35]]);
}

function strokesDown(
	strokes: number,
	height: number,
	pointsOf: (from: number, to: number) => Point[]
): Point[] {
	const each = Array.from({ length: strokes }, (_, s) =>
		pointsOf((height * s) / strokes, (height * (s + 1)) / strokes)
	);
	return each.flat().map(([x, y]) => [x, Math.min(height, Math.max(0, y))]);
}

function svg(width: number, height: number, points: Point[]): string {
	const path = points.map(([x, y]) => `${short(Math.min(width, Math.max(0, x)))} ${short(y)}`).join('L');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path d="M${path}Z"/></svg>\n`;
}

function short(n: number): string {
	return String(Math.round(n * 10) / 10);
}

/** The same picture every time (mulberry32). */
function dice(seed: number): Roll {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
