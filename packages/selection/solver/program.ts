import highsLoader, { type Highs, type Model, type ModelStatusCode } from 'highs';

type Entries = readonly (readonly [column: number, value: number])[];

/** A mixed integer program, written down row by row; what is asked for is the most. */
export class Program {
	readonly #columns: { cost: number; lower: number; upper: number; isWhole: boolean }[] = [];
	readonly #rows: { lower: number; upper: number; entries: Entries }[] = [];

	column(cost: number, lower: number, upper: number, isWhole = false): number {
		return this.#columns.push({ cost, lower, upper, isWhole }) - 1;
	}

	row(lower: number, upper: number, entries: Entries): void {
		this.#rows.push({ lower, upper, entries });
	}

	/** What was asked for becomes a rule, and something else is asked for: the most of these columns at these prices. */
	askInstead(atLeast: number, prices: Entries): void {
		const worth = this.#columns.flatMap(({ cost }, column) => (cost ? [[column, cost] as const] : []));
		this.row(atLeast, Infinity, worth);
		for (const column of this.#columns) column.cost = 0;
		for (const [column, price] of prices) this.#columns[column]!.cost = price;
	}

	get size(): { columns: number; rows: number } {
		return { columns: this.#columns.length, rows: this.#rows.length };
	}

	modelFor(highs: Highs, isRelaxed = false): Model & Disposable {
		const entries = this.#rows.flatMap((row) => row.entries);
		const model = highs.createModel({
			numCols: this.#columns.length,
			numRows: this.#rows.length,
			sense: -1 as never,
			colCost: this.#columns.map(({ cost }) => cost),
			colLower: this.#columns.map(({ lower }) => lower),
			colUpper: this.#columns.map(({ upper }) => upper),
			rowLower: this.#rows.map(({ lower }) => lower),
			rowUpper: this.#rows.map(({ upper }) => upper),
			matrix: {
				format: 'csr',
				numRows: this.#rows.length,
				numCols: this.#columns.length,
				starts: startsOf(this.#rows),
				indices: entries.map(([column]) => column),
				values: entries.map(([, value]) => value)
			},
			integrality: this.#columns.map(({ isWhole }) => (isWhole && !isRelaxed ? 1 : 0))
		});
		return model as Model & Disposable;
	}
}

function startsOf(rows: readonly { entries: Entries }[]): number[] {
	const starts = [0];
	for (const { entries } of rows) starts.push(starts.at(-1)! + entries.length);
	return starts;
}

export type Optimum = {
	readonly status: 'optimal' | 'infeasible' | 'out of time';
	/** The most that any solution could reach; the best that one did. */
	readonly bound: number;
	readonly objective: number;
	readonly values: Float64Array;
};

type Options = { start?: Float64Array | undefined; seconds?: number | undefined };

/**
 * Solves it with HiGHS. A start is never given together with `presolve: 'off'`: HiGHS 1.15.3 then calls a start that is
 * not the best `Optimal`, and its bound the optimum.
 */
export async function solve(program: Program, { start, seconds }: Options = {}): Promise<Optimum> {
	const highs = await loaded();
	using model = program.modelFor(highs);
	model.options.set({
		output_flag: false,
		random_seed: 0,
		mip_rel_gap: 0,
		mip_abs_gap: 1e-7,
		...(seconds === undefined ? {} : { time_limit: seconds }),
		// With a good start the search for one is most of the work.
		...(start ? { mip_heuristic_effort: 0, mip_allow_restart: false } : {})
	});
	if (start) model.setSolution({ colValue: start });
	model.run();
	const status = statusOf(model.getModelStatus());
	if (status === 'infeasible')
		return { status, bound: -Infinity, objective: -Infinity, values: new Float64Array() };
	const bound = Number(model.info.get('mip_dual_bound'));
	return { status, bound, objective: model.getObjectiveValue(), values: model.getSolution().colValue };
}

export type Relaxed = {
	/** No whole solution is worth more. */
	readonly bound: number;
	/** By how much at least the bound falls when a column is moved away from where it is. */
	readonly price: Float64Array;
	readonly values: Float64Array;
	/** What one more unit of each row's bound would be worth. */
	readonly duals: Float64Array;
};

/** The program without its whole numbers: a bound in a few milliseconds. Nothing where even that has no solution. */
export async function relax(program: Program): Promise<Relaxed | undefined> {
	const highs = await loaded();
	using model = program.modelFor(highs, true);
	model.options.set({ output_flag: false, random_seed: 0 });
	model.run();
	if (statusOf(model.getModelStatus()) !== 'optimal') return undefined;
	const { colValue, colDual, rowDual } = model.getSolution();
	return {
		bound: model.getObjectiveValue(),
		price: colDual.map(Math.abs),
		values: colValue,
		duals: rowDual.map(Math.abs)
	};
}

function statusOf(code: ModelStatusCode): Optimum['status'] {
	if (code === 7) return 'optimal';
	if (code === 8 || code === 9) return 'infeasible';
	if (code === 13) return 'out of time';
	throw new Error(`HiGHS ended with status ${code}`);
}

let loading: Promise<Highs> | undefined;
function loaded(): Promise<Highs> {
	return (loading ??= highsLoader());
}
