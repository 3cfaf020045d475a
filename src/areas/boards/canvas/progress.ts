import { boxes, type Box } from '../boxes.ts';
import type { Template } from '../template.ts';
import { templateOf } from '../templates.ts';
import type { Words } from '../words.ts';

/** How far a box of the canvas is. */
export type Progress = 'empty' | 'begun' | 'agreed';

/** When people agreed on a box, and after which change of its board. */
export type Agreement = { box: Box; change: string; at: Date; by: string | null };

export type BoxState = {
	box: Box;
	name: Words;
	state: Progress;
	/** How many notes stand in it. */
	count: number;
	/** The number of the last change in it: whoever agrees says what they saw. */
	last: string;
	/** The last agreement on it; where the box is begun, it has changed since. */
	agreed: { at: Date; by: string | null } | null;
};

type Standing = {
	template: Template;
	/** The lanes of its notes, one for each. */
	lanes: readonly (string | null)[];
	/** The last change in each lane. */
	changes: ReadonlyMap<string, string>;
	agreements: readonly Agreement[];
};

/** Every box, also those that this canvas has no lane for: they are empty. */
export function boxStates(standing: Standing): BoxState[] {
	return boxes.map((box) => stateOf(box, standing));
}

const ours = new Map(templateOf('canvas')!.lanes.map(({ feeds, name }) => [feeds, name]));

function stateOf(box: Box, { template, lanes, changes, agreements }: Standing): BoxState {
	const own = template.lanes.filter(({ feeds }) => feeds === box);
	const keys = new Set<string | null>(own.map(({ key }) => key));
	const count = lanes.filter((lane) => keys.has(lane)).length;
	const last = latest(own.flatMap(({ key }) => changes.get(key) ?? []));
	const agreement = agreements.find((one) => one.box === box);
	const isAgreed = agreement !== undefined && count > 0 && BigInt(last) <= BigInt(agreement.change);
	return {
		box,
		name: own[0]?.name ?? ours.get(box)!,
		state: isAgreed ? 'agreed' : count > 0 ? 'begun' : 'empty',
		count,
		last,
		agreed: agreement ? { at: agreement.at, by: agreement.by } : null
	};
}

const latest = (changes: readonly string[]) =>
	changes.reduce((one, other) => (BigInt(other) > BigInt(one) ? other : one), '0');

/** What the path of workshops asks: how far each box is. */
export function progressOf(
	states: readonly Pick<BoxState, 'box' | 'state'>[]
): Partial<Record<Box, Progress>> {
	return Object.fromEntries(states.map(({ box, state }) => [box, state]));
}
