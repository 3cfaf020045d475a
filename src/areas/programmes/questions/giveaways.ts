import type { Refusal } from '#words/came-back';
import { giveawayNames } from './question-words.ts';
import type { Giveaway } from './questions.ts';

/** What a wording was refused for, in words; nothing when it was not. */
export function giveawaysIn(form: (Partial<Refusal> & { problem?: string }) | null): string[] {
	if (form?.problem !== 'asking-gives-away') return [];
	const what = (form.details?.['what'] ?? []) as Giveaway[];
	return what.map((one) => giveawayNames[one]());
}
