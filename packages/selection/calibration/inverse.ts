/** The inverse of a symmetric positive definite matrix, by Gauss and Jordan: reviewers are few. Row after row, `size` long. */
export function inverseOf(matrix: Float64Array, size: number): Float64Array {
	const left = matrix.slice();
	const right = new Float64Array(size * size);
	for (let row = 0; row < size; row++) right[row * size + row] = 1;
	for (let pivot = 0; pivot < size; pivot++) {
		const scale = 1 / left[pivot * size + pivot]!;
		addRow(left, right, size, pivot, pivot, scale - 1);
		for (let row = 0; row < size; row++)
			if (row !== pivot) addRow(left, right, size, pivot, row, -left[row * size + pivot]!);
	}
	return right;
}

function addRow(
	left: Float64Array,
	right: Float64Array,
	size: number,
	from: number,
	to: number,
	times: number
): void {
	for (const side of [left, right])
		for (let column = 0; column < size; column++)
			side[to * size + column]! += times * side[from * size + column]!;
}
