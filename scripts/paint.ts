// Paints what the design system shows as pictures: brush edges (src/ui/art). Run by hand; the results are committed.
//   node scripts/paint.ts
import { writeFileSync } from 'node:fs';

/** The same picture every time: mulberry32. */
function dice(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
type Point = [number, number];
const one = (n: number) => String(Math.round(n * 10) / 10).replace(/^0\./, '.');
const svg = (box: string, d: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box}" preserveAspectRatio="none"><path d="${d}"/></svg>\n`;

/** Where broad strokes begin, one under the other: blunt, each set down at another place. */
function edgeWhereStrokesBegin(seed: number, strokes = 5, width = 20, height = 200) {
	const roll = dice(seed);
	const points = strokesUp(strokes, height, (from, to) => {
		const at = 2 + roll() * 9;
		return [0, 0.12, 0.35, 0.65, 0.9, 1].map((y) => [
			at + (y < 0.1 || y > 0.95 ? 3.5 + roll() * 3 : (roll() - 0.5) * 2.4),
			from + (to - from) * y
		]);
	});
	return svg(`${width} ${height}`, `M${width} 0V${height}${lines(points)}Z`);
}

/** Where they end: dry, every bristle lifted a little sooner or later than the next. */
function edgeWhereStrokesEnd(seed: number, strokes = 5, width = 56, height = 200) {
	const roll = dice(seed);
	const points = strokesUp(strokes, height, (from, to) => {
		const at = 16 + roll() * 16;
		const bristles = 9;
		return Array.from({ length: bristles }, (_, b) => [
			Math.min(width, Math.max(1, at + (b % 2 ? roll() * 24 : -roll() * 12))),
			from + ((to - from) * (b + (b === 0 ? 0 : roll() * 0.7))) / (bristles - 1)
		]);
	});
	return svg(`${width} ${height}`, `M0 0V${height}${lines(points)}Z`);
}

const lines = (points: Point[]) => points.map(([x, y]) => `L${one(x)} ${one(y)}`).join('');

/** From the bottom stroke to the top one; the outermost points stay within the picture. */
function strokesUp(
	strokes: number,
	height: number,
	pointsOf: (from: number, to: number) => number[][]
): Point[] {
	const up = Array.from({ length: strokes }, (_, s) => [
		height * (1 - s / strokes),
		height * (1 - (s + 1) / strokes)
	]);
	return up
		.flatMap(([from, to]) => pointsOf(from, to))
		.map(([x, y]) => [x, Math.min(height, Math.max(0, y))]);
}

/** One stroke from left to right: wet where it begins, dry and split where the brush was lifted. */
function stroke(seed: number, width = 240, height = 20) {
	const roll = dice(seed);
	const top = [];
	const bottom = [];
	for (let x = 6; x <= width * 0.72; x += 18 + roll() * 14) {
		top.push([x, 2 + roll() * 2.4]);
		bottom.unshift([x, height - 2 - roll() * 2.6]);
	}
	const bristles = [];
	const rows = 7;
	for (let r = 0; r < rows; r += 1) {
		const y = 2.5 + ((height - 5) * r) / (rows - 1);
		bristles.push([width * (0.82 + roll() * 0.17), y], [width * (0.62 + roll() * 0.14), y + 1.2]);
	}
	const start = [
		[1 + roll() * 3, height * 0.7],
		[roll() * 3, height * 0.4]
	];
	const d = [...top, ...bristles.slice(0, -1), ...bottom, ...start]
		.map(([x, y], i) => `${i ? 'L' : 'M'}${one(x)} ${one(y)}`)
		.join('');
	return svg(`${width} ${height}`, d + 'Z');
}

writeFileSync('src/ui/art/edge-start.svg', edgeWhereStrokesBegin(11));
writeFileSync('src/ui/art/edge-end.svg', edgeWhereStrokesEnd(29));
writeFileSync('src/ui/art/stroke.svg', stroke(5));
