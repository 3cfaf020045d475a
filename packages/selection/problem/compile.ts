import { byId, type Applicant, type CohortCall } from './problem.ts';
import { rulesOf, type Rule } from './rules.ts';

/**
 * The problem in numbers. People are those who are eligible, in the order of their ids: in whatever order they came,
 * and whoever else applied, the answer is the same.
 */
export type Compiled = {
	readonly call: CohortCall;
	readonly people: readonly Applicant[];
	readonly attributes: readonly CompiledAttribute[];
	readonly topics: readonly Topic[];
	/** For each person the number of their wishes; who has none counts as fully matched. */
	readonly wishes: Float64Array;
	readonly scores: Float64Array;
	readonly rules: readonly Rule[];
};

export type CompiledAttribute = {
	readonly name: string;
	/** Its share of Difference. */
	readonly share: number;
	/** For each person the number of their value. */
	readonly of: Int32Array;
	readonly values: readonly string[];
};

/** What somebody wishes to learn and somebody offers to teach, with the places of both. */
export type Topic = {
	readonly name: string;
	readonly taughtBy: readonly number[];
	readonly wishedBy: readonly number[];
};

export function compile(call: CohortCall, applicants: readonly Applicant[]): Compiled {
	const people = applicants.filter(({ isEligible }) => isEligible).toSorted(byId);
	const total = Object.values(call.attributes).reduce((sum, weight) => sum + weight, 0);
	return {
		call,
		people,
		attributes: Object.entries(call.attributes)
			.filter(([, weight]) => weight > 0)
			.map(([name, weight]) => compiledAttribute(name, weight / total, people)),
		topics: topicsOf(people),
		wishes: Float64Array.from(people, ({ needs }) => needs.length),
		scores: Float64Array.from(people, ({ score }) => score),
		rules: rulesOf(call, people)
	};
}

function compiledAttribute(name: string, share: number, people: readonly Applicant[]): CompiledAttribute {
	const of = people.map(({ attributes }) => attributes[name] ?? '');
	const values = [...new Set(of)].toSorted();
	const numbers = new Map(values.map((value, number) => [value, number]));
	return { name, share, values, of: Int32Array.from(of, (value) => numbers.get(value)!) };
}

function topicsOf(people: readonly Applicant[]): Topic[] {
	const names = [...new Set(people.flatMap(({ needs }) => needs))].toSorted();
	const places = (is: (one: Applicant) => boolean) =>
		people.flatMap((one, place) => (is(one) ? [place] : []));
	return names.map((name) => ({
		name,
		taughtBy: places(({ offers }) => offers.includes(name)),
		wishedBy: places(({ needs }) => needs.includes(name))
	}));
}
