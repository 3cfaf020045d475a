import type { Stage } from '#packages/selection';

const words: Record<Stage, string> = {
	cohort: 'looking for the best cohort and the next best',
	conflict: 'looking for the rules that cannot be kept together',
	swaps: 'trying every change of one member',
	prices: 'trying what each rule costs',
	robustness: 'moving scores by chance within their error',
	weights: 'trying other weights',
	lots: 'looking for the fairest lottery among equals'
};

/** What is being worked out, for whoever waits: one line a stage. */
export function stages(say: (line: string) => void): (share: number, what: Stage) => void {
	return (share, what) => say(`${String(Math.round(100 * share)).padStart(3)} %  ${words[what]} …`);
}
