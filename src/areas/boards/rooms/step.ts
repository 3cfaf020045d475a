import type { Deed, Step, Template } from '../template.ts';

/** Where a template has none: everything at once, for as long as it takes. */
const free: Omit<Step, 'name' | 'says'> = { key: 'free', minutes: 0, may: ['add', 'move'], lanes: null };

export type NowStep = Omit<Step, 'name' | 'says'> & Partial<Pick<Step, 'name' | 'says'>>;

/** What everybody does now. */
export function stepOf({ steps }: Template, at: number): NowStep {
	return steps[Math.min(at, steps.length - 1)] ?? free;
}

export function allows({ may }: Pick<NowStep, 'may'>, deed: Deed): boolean {
	return may.includes(deed);
}

/** Is it written where notes may go in this step? */
export function takesLane({ lanes }: Pick<NowStep, 'lanes'>, lane: string | null): boolean {
	return lanes === null || lanes.includes(lane ?? '');
}

/** Each for themselves on a scale: what is added in such a step is where somebody stands. */
export function isPlacing(template: Template, step: NowStep): boolean {
	return template.axes !== null && allows(step, 'place');
}
