export type Ellipse = { x: number; y: number; wide: number; high: number; turn: number };

/**
 * Where half of a group stands, were it spread like a bell: the ellipse of its means and covariances (Mahalanobis distance
 * 1.177, the median for two dimensions). Not one person's place.
 */
export function ellipseOf(points: readonly (readonly [number, number])[]): Ellipse {
	const n = points.length;
	const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / n;
	const [x, y] = [mean(0), mean(1)];
	const spread = (a: 0 | 1, b: 0 | 1) =>
		points.reduce((sum, point) => sum + (point[a] - [x, y][a]!) * (point[b] - [x, y][b]!), 0) / n;
	const [xx, yy, xy] = [spread(0, 0), spread(1, 1), spread(0, 1)];
	const half = (xx - yy) / 2;
	const root = Math.sqrt(half * half + xy * xy);
	const middle = (xx + yy) / 2;
	const radius = (variance: number) => 1.1774 * Math.sqrt(Math.max(0, variance));
	return {
		x,
		y,
		wide: radius(middle + root),
		high: radius(middle - root),
		turn: Math.atan2(xy, half + root)
	};
}
