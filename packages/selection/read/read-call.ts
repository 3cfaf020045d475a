import * as v from 'valibot';
import { Malformed } from '#packages/common';
import type { CohortCall } from '../problem/problem.ts';

const Share = v.pipe(v.number(), v.finite(), v.minValue(0));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Text = v.pipe(v.string(), v.nonEmpty());

/** `instance.json`, as data/selection/README.md says it; names that are not here are let be. */
const Instance = v.object({
	k: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
	attributes: v.record(v.string(), Share),
	topics: v.optional(v.array(Text), []),
	weights: v.object({ difference: Share, match: Share, score: Share }),
	min_score: v.optional(v.pipe(v.number(), v.finite()), 0),
	quotas: v.optional(v.array(v.object({ attribute: Text, value: v.string(), min: Count, max: Count })), []),
	exclusions: v.optional(v.array(v.tuple([Text, Text])), []),
	locked_in: v.optional(v.array(Text), []),
	ruled_out: v.optional(v.array(Text), []),
	not_alone: v.optional(v.array(v.tuple([Text, v.string()])), [])
});

export function readCall(text: string): CohortCall & { topics: readonly string[] } {
	const result = v.safeParse(Instance, parsed(text), { abortEarly: true });
	if (!result.success) throw new Malformed(sentenceOf(result.issues[0]));
	const { k, min_score, locked_in, ruled_out, not_alone, ...same } = result.output;
	if (Object.keys(same.attributes).length > 0 && !Object.values(same.attributes).some((weight) => weight > 0))
		throw new Malformed('all attributes weigh 0; expected one that counts, or none at all');
	const crossed = same.quotas.find(({ min, max }) => min > max);
	if (crossed)
		throw new Malformed(
			`the quota on ${crossed.attribute} ${crossed.value} wants at least ${crossed.min} and at most ${crossed.max}; expected the least first`
		);
	const unknown = [
		...same.quotas.map(({ attribute }) => attribute),
		...not_alone.map(([attribute]) => attribute)
	].find((name) => name !== 'groups' && !(name in same.attributes));
	if (unknown !== undefined)
		throw new Malformed(
			`a rule speaks of "${unknown}"; expected groups or ${Object.keys(same.attributes).join(', ')}`
		);
	return {
		...same,
		size: k,
		leastScore: min_score,
		lockedIn: locked_in,
		ruledOut: ruled_out,
		notAlone: not_alone
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new Malformed(`it is not JSON (${(error as Error).message}); expected what the call published`);
	}
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
	return `${v.getDotPath(issue) ?? 'the file'} is ${issue.received}; expected ${issue.expected ?? 'something else'}`;
}
