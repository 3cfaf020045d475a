export type Body = { x: number; y: number; width: number; height: number };
type Bounds = { width: number; height: number };

const rounds = 120;

/**
 * Pushes apart what lies on top of each other, each by half and the shorter way, until nothing overlaps or it was tried
 * often enough. The same bodies always end in the same places. x and y are middles.
 */
export function apart(bodies: readonly Body[], bounds: Bounds): Body[] {
	const placed = bodies.map((body) => within({ ...body }, bounds));
	for (let round = 0; round < rounds; round++) if (!pushAll(placed, bounds)) break;
	return placed;
}

function pushAll(bodies: Body[], bounds: Bounds): boolean {
	let hasMoved = false;
	for (let at = 0; at < bodies.length; at++)
		for (let other = at + 1; other < bodies.length; other++)
			if (push(bodies[at]!, bodies[other]!, other)) {
				within(bodies[at]!, bounds);
				within(bodies[other]!, bounds);
				hasMoved = true;
			}
	return hasMoved;
}

function push(a: Body, b: Body, turn: number): boolean {
	const overX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
	const overY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
	if (overX <= 0.01 || overY <= 0.01) return false;
	const way = overX < overY ? 'x' : 'y';
	// On the very same spot there is no side to go to, so they take turns.
	const side = Math.sign(b[way] - a[way]) || (turn % 2 ? 1 : -1);
	const half = (Math.min(overX, overY) / 2 + 0.01) * side;
	a[way] -= half;
	b[way] += half;
	return true;
}

function within(body: Body, { width, height }: Bounds): Body {
	body.x = Math.min(Math.max(body.x, body.width / 2), width - body.width / 2);
	body.y = Math.min(Math.max(body.y, body.height / 2), height - body.height / 2);
	return body;
}
