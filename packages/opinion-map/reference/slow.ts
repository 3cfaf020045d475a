/**
 * The same statistics once more, written apart from the package and for the eye: whole tables, one vote at a time, eigenvectors
 * by Jacobi's rotations. Slow, and only for the tests.
 */
export type SlowVote = { person: string; statement: string; vote: -1 | 0 | 1 };
export type SlowConversation = {
	people: string[];
	statements: string[];
	/** vote or undefined, person by person */
	table: (number | undefined)[][];
	out: Set<string>;
	meta: Set<string>;
};

export function slowConversation(votes: SlowVote[], out: string[], meta: string[]): SlowConversation {
	const last = new Map(votes.map((one) => [JSON.stringify([one.person, one.statement]), one.vote]));
	const sorted = (ids: string[]) => [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
	const people = sorted(votes.map(({ person }) => person));
	const statements = sorted(votes.map(({ statement }) => statement));
	const table = people.map((person) => statements.map((one) => last.get(JSON.stringify([person, one]))));
	return { people, statements, table, out: new Set([...out, ...meta]), meta: new Set(meta) };
}

/** The mean-imputed, centred table in full, its first two eigenvectors, and where people stand. */
export function slowMap({ table, statements, out }: SlowConversation) {
	const rated = table.map((row) => row.map((vote, at) => (out.has(statements[at]!) ? 0 : vote)));
	const means = statements.map((_, at) =>
		mean(rated.map((row) => row[at]).filter((vote) => vote !== undefined))
	);
	const centred = rated.map((row) => row.map((vote, at) => (vote === undefined ? 0 : vote - means[at]!)));
	const covariance = statements.map((_, i) =>
		statements.map((__, j) => centred.reduce((sum, row) => sum + row[i]! * row[j]!, 0))
	);
	const { values, vectors } = jacobi(covariance);
	const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]!);
	const axes = [order[0], order[1]].map((at) =>
		statements.map((_, row) => (at === undefined ? 0 : vectors[row]![at]!))
	);
	const people = centred.map((row, person) => {
		const votes = rated[person]!.filter((vote) => vote !== undefined).length;
		const stretch = Math.sqrt(statements.length / Math.max(1, votes));
		return axes.map((axis) => stretch * row.reduce((sum, value, at) => sum + value * axis[at]!, 0));
	});
	return { values: order.map((at) => values[at]!), axes, people, means };
}

function mean(values: number[]): number {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

function jacobi(matrix: number[][]) {
	const size = matrix.length;
	const a = matrix.map((row) => [...row]);
	const v = a.map((_, i) => a.map((__, j) => Number(i === j)));
	for (let round = 0; round < 100; round++) {
		let beside = 0;
		for (let p = 0; p < size; p++)
			for (let q = p + 1; q < size; q++) {
				beside += a[p]![q]! ** 2;
				rotate(a, v, p, q);
			}
		if (beside < 1e-26) break;
	}
	return { values: a.map((row, at) => row[at]!), vectors: v };
}

function rotate(a: number[][], v: number[][], p: number, q: number) {
	if (a[p]![q] === 0) return;
	const angle = 0.5 * Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!);
	const [s, c] = [Math.sin(angle), Math.cos(angle)];
	for (const row of [...a, ...v]) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
	const [rp, rq] = [a[p]!, a[q]!];
	[a[p], a[q]] = [rp.map((x, i) => c * x - s * rq[i]!), rp.map((x, i) => s * x + c * rq[i]!)];
}

/** Lists and numbers for given groups, straight from spec 2.7 to 2.10. */
export function slowStatistics(
	{ people, statements, table, out, meta }: SlowConversation,
	groupOf: (number | undefined)[],
	extremity: number[]
) {
	const groups = [...new Set(groupOf.filter((one) => one !== undefined))].sort();
	const votesOn = (at: number, who: (group: number | undefined) => boolean) =>
		people.map((_, p) => (who(groupOf[p]) ? table[p]![at] : undefined)).filter((vote) => vote !== undefined);
	const listable = statements.map((_, at) => at).filter((at) => !out.has(statements[at]!));
	return {
		representative: groups.map((group) => slowRepresentative(group, listable, votesOn)),
		agree: slowConsensus(listable, 1, (at) => votesOn(at, () => true)),
		disagree: slowConsensus(listable, -1, (at) => votesOn(at, () => true)),
		groupInformed: statements.map((_, at) =>
			groups
				.map((group) =>
					smoothed(
						votesOn(at, (one) => one === group),
						1
					)
				)
				.reduce((a, b) => a * b, 1)
		),
		priority: statements.map((id, at) => {
			if (meta.has(id)) return 49;
			const votes = votesOn(at, (one) => one !== undefined);
			const boost = 1 + 8 * 2 ** (-votes.length / 5);
			return ((1 - smoothed(votes, 0)) * (1 + extremity[at]!) * smoothed(votes, 1) * boost) ** 2;
		})
	};
}

const countOf = (votes: number[], what: number) => votes.filter((vote) => vote === what).length;
const smoothed = (votes: number[], what: number) => (countOf(votes, what) + 1) / (votes.length + 2);

function slowConsensus(listable: number[], what: number, votesOn: (at: number) => number[]) {
	return listable
		.map((at) => ({ at, p: smoothed(votesOn(at), what), z: one(votesOn(at), what) }))
		.filter(({ p, z }) => p > 0.5 && z > 1.2816)
		.sort((a, b) => b.p * b.z - a.p * a.z)
		.slice(0, 5)
		.map(({ at }) => at);
}

function one(votes: number[], what: number): number {
	const n = votes.length + 1;
	return 2 * Math.sqrt(n) * ((countOf(votes, what) + 1) / n - 0.5);
}

function two(here: number[], there: number[], what: number): number {
	const [a, n] = [countOf(here, what) + 1, here.length + 1];
	const [b, m] = [countOf(there, what) + 1, there.length + 1];
	const pooled = (a + b) / (n + m);
	return pooled === 1 ? 0 : (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

type Row = ReturnType<typeof rowOf>;

function rowOf(at: number, here: number[], there: number[]) {
	const of = (what: number) => ({
		p: smoothed(here, what),
		pt: one(here, what),
		r: smoothed(here, what) / smoothed(there, what),
		rt: two(here, there, what)
	});
	const [a, d] = [of(1), of(-1)];
	const side = a.rt > d.rt ? a : d;
	return {
		at,
		a,
		d,
		isSilent: countOf(here, 1) + countOf(here, -1) === 0,
		side: a.rt > d.rt ? 'agree' : 'disagree',
		metric: side.r * side.rt * side.p * side.pt
	};
}

function slowRepresentative(
	group: number,
	listable: number[],
	votesOn: (at: number, who: (group: number | undefined) => boolean) => number[]
) {
	const rows = listable.map((at) =>
		rowOf(
			at,
			votesOn(at, (one) => one === group),
			votesOn(at, (one) => one !== undefined && one !== group)
		)
	);
	const enough = rows.filter(
		({ a, d }) => (a.rt > 1.2816 && a.pt > 1.2816) || (d.rt > 1.2816 && d.pt > 1.2816)
	);
	const head = slowBestAgree(rows);
	if (!enough.length) {
		const largest = rows.reduce<Row | undefined>(
			(best, row) => (!best || Math.max(row.a.rt, row.d.rt) > Math.max(best.a.rt, best.d.rt) ? row : best),
			undefined
		);
		return [head ?? largest].flatMap((row) => (row ? [{ at: row.at, side: row.side }] : []));
	}
	const others = enough.filter((row) => row !== head).sort((x, y) => y.metric - x.metric);
	const five = [...(head ? [head] : []), ...others].slice(0, 5);
	return ['agree', 'disagree'].flatMap((side) =>
		five.filter((row) => row.side === side).map((row) => ({ at: row.at, side }))
	);
}

function slowBestAgree(rows: Row[]): Row | undefined {
	let best: Row | undefined;
	for (const row of rows) {
		const { p, pt, r, rt } = row.a;
		const now = best?.a;
		const isBetter = !now
			? pt > 1.2816 || (r > 1 && p > 0.5)
			: now.r > 1
				? r * rt * p * pt > now.r * now.rt * now.p * now.pt
				: p * pt > now.p * now.pt;
		if (!row.isSilent && isBetter) best = row;
	}
	return best;
}
