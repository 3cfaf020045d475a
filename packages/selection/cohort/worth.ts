import { compile } from '../problem/compile.ts';
import { objectiveOf, partsOf, type Parts } from '../problem/parts.ts';
import type { Applicant, CohortCall } from '../problem/problem.ts';
import type { Rule } from '../problem/rules.ts';
import { brokenBy } from './swaps.ts';

export type Worth = { readonly objective: number; readonly parts: Parts; readonly breaks: readonly Rule[] };

/** What these people are worth together, and which rules they break. Undefined: one of them is not eligible. */
export function worthOf(
	call: CohortCall,
	applicants: readonly Applicant[],
	ids: readonly string[]
): Worth | undefined {
	const compiled = compile(call, applicants);
	const places = new Map(compiled.people.map(({ id }, place) => [id, place]));
	const members = ids.flatMap((id) => places.get(id) ?? []);
	if (members.length !== ids.length || !members.length) return undefined;
	const parts = partsOf(compiled, members);
	return { objective: objectiveOf(compiled, parts), parts, breaks: brokenBy(compiled.rules, members) };
}
