import { randomFrom, type Random } from '#packages/common';
import { timesCovariance, type Spread } from './spread.ts';
import { eigenOfTridiagonal } from './tridiagonal.ts';

/** The two directions in which people differ most, as a loading for each statement, and how much along each. */
export type Axes = { first: Float64Array; second: Float64Array; strengths: [number, number] };

export type Precision = {
	/** Relative to the largest eigenvalue; loadings are then right to about this divided by the gap. */
	readonly tolerance: number;
	/** Steps at most, and steps between two looks. */
	readonly most: number;
	readonly each: number;
	/** A direction close to the axes, where one is known. */
	readonly near?: Float64Array;
};

const exact: Precision = { tolerance: 1e-13, most: Infinity, each: 10 };

/**
 * The two leading right singular vectors of the spread, by the Lanczos method with full reorthogonalisation (Golub and
 * Van Loan, ch. 10): some fifty passes over the votes, no matrix of statements by statements, the same bytes each time.
 */
export function axesOf(spread: Spread, { tolerance, most, each, near }: Precision = exact): Axes {
	const krylov = new Krylov(spread, near);
	for (let steps = each; ; steps += each) {
		krylov.grow(each);
		const found = krylov.best();
		const isThere = found.residual <= tolerance * found.strengths[0];
		if (isThere || krylov.isWhole || steps >= most) return pointed(found);
	}
}

type Found = Axes & { residual: number };

class Krylov {
	readonly #spread: Spread;
	readonly #basis: Float64Array[] = [];
	readonly #diagonal: number[] = [];
	readonly #beside: number[] = [];
	readonly #random: Random = randomFrom(0x6d6170);
	#next: Float64Array;

	constructor(spread: Spread, near?: Float64Array) {
		this.#spread = spread;
		const length = near ? Math.sqrt(dot(near, near)) : 0;
		this.#next = near && length > 0 ? scaled(near.slice(), 1 / length) : this.#anyDirection();
	}

	get isWhole(): boolean {
		return this.#basis.length >= this.#spread.width;
	}

	grow(steps: number): void {
		for (let step = 0; step < steps && !this.isWhole; step++) this.#step();
	}

	#step(): void {
		const latest = this.#next;
		this.#basis.push(latest);
		const product = new Float64Array(this.#spread.width);
		timesCovariance(this.#spread, latest, product);
		this.#diagonal.push(dot(product, latest));
		const before = Math.sqrt(dot(product, product));
		this.#clear(product);
		const length = Math.sqrt(dot(product, product));
		// Everything that this start reaches is found: begin again with what it missed.
		const isSpent = length <= 1e-14 * before || length === 0;
		this.#beside.push(isSpent ? 0 : length);
		this.#next = isSpent && !this.isWhole ? this.#anyDirection() : scaled(product, 1 / (length || 1));
	}

	/** Twice, as rounding asks. */
	#clear(vector: Float64Array): void {
		for (let round = 0; round < 2; round++)
			for (const one of this.#basis) subtract(vector, one, dot(vector, one));
	}

	#anyDirection(): Float64Array {
		const vector = new Float64Array(this.#spread.width).map(() => this.#random() - 0.5);
		this.#clear(vector);
		return scaled(vector, 1 / (Math.sqrt(dot(vector, vector)) || 1));
	}

	best(): Found {
		const size = this.#basis.length;
		const { values, vectors } = eigenOfTridiagonal(
			Float64Array.from(this.#diagonal),
			Float64Array.from(this.#beside)
		);
		const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
		const [one = 0, two] = order;
		const last = (at: number | undefined) =>
			at === undefined ? 0 : Math.abs(this.#beside[size - 1]! * vectors[(size - 1) * size + at]!);
		const strengths: [number, number] = [Math.max(0, values[one] ?? 0), Math.max(0, values[two ?? -1] ?? 0)];
		const isFlat = (at: number) => strengths[at]! <= 1e-12 * strengths[0] || strengths[at] === 0;
		return {
			first: isFlat(0) ? new Float64Array(this.#spread.width) : this.#combined(vectors, one),
			second:
				isFlat(1) || two === undefined ? new Float64Array(this.#spread.width) : this.#combined(vectors, two),
			strengths,
			residual: Math.max(last(one), last(two))
		};
	}

	#combined(vectors: Float64Array, column: number): Float64Array {
		const size = this.#basis.length;
		const sum = new Float64Array(this.#spread.width);
		this.#basis.forEach((one, row) => subtract(sum, one, -vectors[row * size + column]!));
		return scaled(sum, 1 / Math.sqrt(dot(sum, sum)));
	}
}

/** An axis has no direction of its own. Its largest loading is made positive, so that a picture is not mirrored. */
function pointed({ first, second, strengths }: Found): Axes {
	return { first: upright(first), second: upright(second), strengths };
}

function upright(axis: Float64Array): Float64Array {
	let largest = 0;
	for (const loading of axis) if (Math.abs(loading) > Math.abs(largest) * (1 + 1e-9)) largest = loading;
	return largest < 0 ? axis.map((loading) => (loading === 0 ? 0 : -loading)) : axis;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
	return sum;
}

function subtract(from: Float64Array, vector: Float64Array, times: number): void {
	for (let at = 0; at < from.length; at++) from[at]! -= times * vector[at]!;
}

function scaled(vector: Float64Array, by: number): Float64Array {
	for (let at = 0; at < vector.length; at++) vector[at]! *= by;
	return vector;
}
