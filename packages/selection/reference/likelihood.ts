// The restricted likelihood of two variances, straight from its definition (Patterson and Thompson 1971) with whole matrices.
import type { Review } from '../calibration/reviews.ts';

export function restrictedLikelihood(reviews: readonly Review[], between: number, within: number): number {
	const applications = [...new Set(reviews.map(({ application }) => application))];
	const scores = reviews.map(({ score }) => score);
	const spread = reviews.map((one, row) =>
		reviews.map(
			(other, column) => (one.reviewer === other.reviewer ? between : 0) + (row === column ? within : 0)
		)
	);
	const design = reviews.map(({ application }) => applications.map((one) => Number(one === application)));
	const { logDeterminant, solved } = eliminate(spread, [...columns(design), scores]);
	const solvedDesign = solved.slice(0, -1);
	const solvedScores = solved.at(-1)!;
	const normal = columns(design).map((one) => solvedDesign.map((other) => dot(one, other)));
	const right = columns(design).map((one) => dot(one, solvedScores));
	const inner = eliminate(normal, [right]);
	const squares = dot(scores, solvedScores) - dot(right, inner.solved[0]!);
	return -(logDeterminant + inner.logDeterminant + squares) / 2;
}

/** Gauss with the sides given as columns. */
function eliminate(matrix: readonly number[][], sides: readonly number[][]) {
	const rows = matrix.map((row, at) => [...row, ...sides.map((side) => side[at]!)]);
	let logDeterminant = 0;
	for (const [at, pivot] of rows.entries()) {
		logDeterminant += Math.log(pivot[at]!);
		for (const row of rows) {
			if (row === pivot) continue;
			const times = row[at]! / pivot[at]!;
			for (let column = at; column < row.length; column++) row[column]! -= times * pivot[column]!;
		}
	}
	const size = matrix.length;
	return {
		logDeterminant,
		solved: sides.map((_, side) => rows.map((row, at) => row[size + side]! / row[at]!))
	};
}

function columns(matrix: readonly number[][]): number[][] {
	return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
}

function dot(one: readonly number[], other: readonly number[]): number {
	return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}
