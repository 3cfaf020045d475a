/** A map's units as places on a page: the middle stays the middle, and both axes have the same scale. */
export type Scale = {
	readonly size: number;
	readonly x: (value: number) => number;
	readonly y: (value: number) => number;
};

const margin = 40;

/** Far outliers would press everybody else into a dot: nine hundred and ninety-five in a thousand set the scale. */
export function scaleFor(places: Float64Array, size = 800): Scale {
	const far = Array.from({ length: places.length / 2 }, (_, at) =>
		Math.max(Math.abs(places[2 * at]!), Math.abs(places[2 * at + 1]!))
	).sort((a, b) => a - b);
	const reach = far[Math.min(far.length - 1, Math.floor(far.length * 0.995))] || 1;
	const unit = (size / 2 - margin) / reach;
	const within = (value: number) => Math.max(margin / 2, Math.min(size - margin / 2, value));
	return {
		size,
		x: (value) => within(size / 2 + unit * value),
		y: (value) => within(size / 2 - unit * value)
	};
}

export function rounded(value: number): string {
	return String(Math.round(value * 10) / 10);
}
