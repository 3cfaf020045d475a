// The file that `placard clock` reads: an array of cases, with the field names of examples/.
import { readCase } from './read-case.ts';
import type { Facts } from './facts.ts';
import { placesIn, type Places } from './json-places.ts';

/** One sentence, without its full stop, and the line it is about. */
export type Fault = { readonly line: number; readonly sentence: string };

export type FactsFile = {
	readonly facts: readonly Facts[];
	readonly faults: readonly Fault[];
	/** Fields that nobody knows here, by case: no notice was taken of them. */
	readonly unused: ReadonlyMap<string, readonly string[]>;
};

export function readFacts(text: string): FactsFile {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		return refused({ line: lineOf(error, text), sentence: 'it is not JSON; expected an array of cases' });
	}
	const list = listIn(parsed);
	if (!list) return refused({ line: 1, sentence: `it holds ${kindOf(parsed)}; expected an array of cases` });
	return readCases(list.cases, list.path, placesIn(text));
}

function refused(fault: Fault): FactsFile {
	return { facts: [], faults: [fault], unused: new Map() };
}

/** The array itself, or a file like our own tables, which hold it as `examples`. */
function listIn(parsed: unknown): { cases: readonly unknown[]; path: readonly string[] } | undefined {
	if (Array.isArray(parsed)) return { cases: parsed, path: [] };
	const { examples } = (parsed ?? {}) as { examples?: unknown };
	return Array.isArray(examples) ? { cases: examples, path: ['examples'] } : undefined;
}

function readCases(cases: readonly unknown[], path: readonly string[], places: Places): FactsFile {
	const faults: Fault[] = places.twice.map(({ key, line }) => ({
		line,
		sentence: `${key} stands twice in one case; expected once`
	}));
	const unused = new Map<string, readonly string[]>();
	const ids = new Set<string>();
	const facts = cases.map((value, index) => {
		const at = [...path, index];
		const fault = (field: string, sentence: string) =>
			faults.push({ line: places.lineOf(field ? [...at, field] : at), sentence });
		return readCase(value, index, { fault, ids, unused });
	});
	return {
		facts: facts.filter((one) => one !== undefined),
		faults: faults.sort((one, other) => one.line - other.line),
		unused
	};
}

/** Where the parser stopped, as V8 tells it. */
function lineOf(error: unknown, text: string): number {
	const { message } = error as Error;
	const [, line, position] = /line (\d+)|position (\d+)/.exec(message) ?? [];
	if (line !== undefined) return Number(line);
	return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}

function kindOf(value: unknown): string {
	if (value === null) return 'nothing';
	return typeof value === 'object' ? 'one object' : `a ${typeof value}`;
}
