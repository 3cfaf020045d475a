/**
 * Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix by the implicit QL method (Bowdler, Martin, Reinsch
 * and Wilkinson 1968, `tql2`). Column `i` of `vectors` (row-major, size × size) belongs to `values[i]`.
 */
export function eigenOfTridiagonal(diagonal: Float64Array, beside: Float64Array) {
	const size = diagonal.length;
	const values = diagonal.slice();
	const off = new Float64Array(size);
	off.set(beside.subarray(0, Math.max(0, size - 1)));
	const vectors = new Float64Array(size * size);
	for (let at = 0; at < size; at++) vectors[at * size + at] = 1;
	for (let low = 0; low < size; low++) {
		for (let round = 0; round < 60; round++) {
			const high = smallBeside(values, off, low);
			if (high === low) break;
			sweep(values, off, vectors, low, high);
		}
	}
	return { values, vectors };
}

/** The first place from `low` on where the matrix falls into two. */
function smallBeside(values: Float64Array, off: Float64Array, low: number): number {
	let at = low;
	for (; at + 1 < values.length; at++) {
		const scale = Math.abs(values[at]!) + Math.abs(values[at + 1]!);
		if (Math.abs(off[at]!) <= Number.EPSILON * scale) break;
	}
	return at;
}

function sweep(values: Float64Array, off: Float64Array, vectors: Float64Array, low: number, high: number) {
	let g = shift(values, off, low, high);
	let [sine, cosine, fall] = [1, 1, 0];
	for (let at = high - 1; at >= low; at--) {
		const f = sine * off[at]!;
		const b = cosine * off[at]!;
		const r = Math.hypot(f, g);
		off[at + 1] = r;
		if (r === 0) {
			values[at + 1]! -= fall;
			off[high] = 0;
			return;
		}
		[sine, cosine] = [f / r, g / r];
		g = values[at + 1]! - fall;
		const turned = (values[at]! - g) * sine + 2 * cosine * b;
		fall = sine * turned;
		values[at + 1] = g + fall;
		g = cosine * turned - b;
		turn(vectors, values.length, at, sine, cosine);
	}
	values[low]! -= fall;
	off[low] = g;
	off[high] = 0;
}

function shift(values: Float64Array, off: Float64Array, low: number, high: number): number {
	const half = (values[low + 1]! - values[low]!) / (2 * off[low]!);
	const length = Math.hypot(half, 1);
	return values[high]! - values[low]! + off[low]! / (half + (half < 0 ? -length : length));
}

function turn(vectors: Float64Array, size: number, at: number, sine: number, cosine: number) {
	for (let row = 0; row < size; row++) {
		const place = row * size + at;
		const [left, right] = [vectors[place]!, vectors[place + 1]!];
		vectors[place + 1] = sine * left + cosine * right;
		vectors[place] = cosine * left - sine * right;
	}
}
