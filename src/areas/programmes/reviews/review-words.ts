import type { WhyRefused } from '#packages/selection';
import { numberFormat } from '#shared/formats';
import * as m from '#words';
import { formatsIn } from '#words/tongues';
import { listed } from '../terms/terms-words.ts';

import type { ReadingState } from './reviews.ts';
import type { FlagView } from './server/flag-views.ts';

export const stateNames: Record<ReadingState, () => string> = {
	'to-read': m.reviews_state_to_read,
	begun: m.reviews_state_begun,
	skipped: m.reviews_state_skipped,
	in: m.reviews_state_in,
	abstained: m.reviews_state_abstained
};

export const flagNames: Record<FlagView['state'], () => string> = {
	raised: m.reviews_flag_is_raised,
	stopped: m.reviews_flag_is_stopped,
	resolved: m.reviews_flag_is_resolved
};

const removals: Record<string, () => string> = {
	gone: m.reviews_because_gone,
	conflict: m.reviews_because_conflict,
	language: m.reviews_because_language,
	'evened-out': m.reviews_because_evened_out
};

export function removalWords(because: string): string {
	return removals[because]?.() ?? '';
}

/** Why scores are not made comparable. */
export function refusalSentence(refused: WhyRefused): string {
	if (refused.why === 'few') return m.reviews_refused_few({ names: listed([...refused.reviewers]) });
	if (refused.why === 'circles') {
		const circles = refused.circles.map((names) => `(${names.join(', ')})`);
		return m.reviews_refused_circles({ names: listed(circles) });
	}
	return refused.why === 'none' ? m.reviews_refused_none() : m.reviews_refused_single();
}

/** 7.4, in the figures of the reader's language. */
export function scoreWords(score: number | null): string {
	if (score === null) return '';
	// Rounded first: nobody is stricter by "-0.0".
	const rounded = Math.round(score * 10) / 10 || 0;
	return numberFormat(formatsIn(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rounded);
}
