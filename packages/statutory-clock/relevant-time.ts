// UK GDPR art 12A(2), DPA 2018 s.54(3): the latest of the request, what proves who asks, and the fee.
import { dayOf, type Day } from './day.ts';
import type { Facts, Wait } from './facts.ts';
import { mark, type Step, type Waiting } from './reckoning.ts';
import type { InMonths } from './regimes.ts';
import type { RuleId } from './rules.ts';

export type RelevantTime = {
	readonly start: Day;
	readonly steps: readonly Step[];
	readonly waiting?: Waiting;
	/** What was asked for after the time was over: whether it still moves the day is arguable. */
	readonly afresh?: { readonly rule: RuleId; readonly start: Day };
};

type Asked = { readonly for: 'identity' | 'fee'; readonly rule: RuleId; readonly wait: Wait };

export function relevantTime(
	facts: Facts,
	received: Day,
	regime: InMonths,
	endFrom: (start: Day) => Day
): RelevantTime {
	let found: RelevantTime = { start: received, steps: [] };
	for (const asked of askedIn(facts, regime)) {
		const isInTime = dayOf(asked.wait.asked) <= endFrom(found.start);
		if (!isInTime) found = withLate(found, asked);
		else if (!asked.wait.received) return { ...found, waiting: { for: asked.for, since: asked.wait.asked } };
		else found = moved(found, asked, dayOf(asked.wait.received));
	}
	return found;
}

function askedIn({ identity, fee }: Facts, regime: InMonths): readonly Asked[] {
	return [
		...(identity && regime.identity
			? [{ for: 'identity', rule: regime.identity, wait: identity } as const]
			: []),
		...(fee && regime.fee ? [{ for: 'fee', rule: regime.fee, wait: fee } as const] : [])
	].sort((one, other) => dayOf(one.wait.asked) - dayOf(other.wait.asked));
}

function moved({ start, steps, ...rest }: RelevantTime, { rule, wait }: Asked, received: Day): RelevantTime {
	const later = Math.max(start, received);
	return { ...rest, start: later, steps: [...steps, mark(rule, dayOf(wait.asked), later)] };
}

function withLate(found: RelevantTime, { rule, wait }: Asked): RelevantTime {
	return wait.received
		? { ...found, afresh: { rule, start: Math.max(found.start, dayOf(wait.received)) } }
		: found;
}
