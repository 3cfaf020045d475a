import type { Mark } from '../template.ts';

const corners: Record<Exclude<Mark, 'circle'>, readonly (readonly [number, number])[]> = {
	square: [
		[-0.95, -0.95],
		[0.95, -0.95],
		[0.95, 0.95],
		[-0.95, 0.95]
	],
	triangle: [
		[0, -1.35],
		[1.3, 0.95],
		[-1.3, 0.95]
	],
	diamond: [
		[0, -1.35],
		[1.35, 0],
		[0, 1.35],
		[-1.35, 0]
	],
	hexagon: [
		[-0.6, -1.05],
		[0.6, -1.05],
		[1.2, 0],
		[0.6, 1.05],
		[-0.6, 1.05],
		[-1.2, 0]
	],
	star: Array.from({ length: 16 }, (_, at) => {
		const far = at % 2 ? 1.02 : 1.4;
		return [far * Math.sin((at * Math.PI) / 8), -far * Math.cos((at * Math.PI) / 8)] as const;
	}),
	cross: [
		[-0.55, -1.25],
		[0.55, -1.25],
		[0.55, -0.75],
		[1.25, -0.75],
		[1.25, 0.75],
		[0.55, 0.75],
		[0.55, 1.25],
		[-0.55, 1.25],
		[-0.55, 0.75],
		[-1.25, 0.75],
		[-1.25, -0.75],
		[-0.55, -0.75]
	]
};

/** The outline of a mark with its middle at x, y; wide enough for a number inside. */
export function markPath(mark: Mark, x: number, y: number, r: number): string {
	if (mark === 'circle') return circlePath(x, y, 1.08 * r);
	const points = corners[mark].map(([dx, dy]) => `${short(x + dx * r)} ${short(y + dy * r)}`);
	return `M${points.join('L')}Z`;
}

export function circlePath(x: number, y: number, r: number): string {
	const half = `a${short(r)} ${short(r)} 0 1 0`;
	return `M${short(x - r)} ${short(y)}${half} ${short(2 * r)} 0${half} ${short(-2 * r)} 0Z`;
}

/** Two places are enough for any screen and any paper. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}
