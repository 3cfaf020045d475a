import * as v from 'valibot';
import type { Locale } from '#words/addresses';
import { Activity } from './activity.schema.ts';
import {
	emptyBody,
	firstWords,
	licences,
	type ActivityBody,
	type ActivityDraft,
	type ActivityWords
} from './activity.ts';
import type { ReviseActivity, TranslateActivity } from './own.schema.ts';

/** A card on which nothing stands but its title. */
export function blankDraft(title: string, language: Locale): ActivityDraft {
	return {
		language,
		kind: null,
		minutes: { from: null, to: null },
		group: { from: null, to: null },
		template: null,
		feeds: [],
		steps: [],
		reading: [],
		licence: licences[0],
		credit: '',
		words: { [language]: { title, purpose: '', body: emptyBody } }
	};
}

/** A card of one's own that begins as another one: its words, its licence, whom to credit. A title of one's own is in one language. */
export function adaptedDraft(activity: Activity, title: string): ActivityDraft {
	const draft: ActivityDraft & { slug?: string } = { ...activity };
	delete draft.slug;
	const first = firstWords(draft);
	if (!title || title === first.title) return draft;
	const words = leftBehind(draft, draft.steps.length);
	return { ...draft, words: { ...words, [draft.language]: { ...first, title } } };
}

/** What staff changed, on what stood there. Translations that this leaves behind say so. */
export function revised(
	before: ActivityDraft,
	{ title, purpose, outcomes, needs, care, steps, ...rest }: Omit<ReviseActivity, 'activity' | 'edition'>,
	keepsLicence: boolean
): ActivityDraft {
	const { language } = before;
	const body = { outcomes, needs, care, steps: steps.map(({ heading, words }) => ({ heading, words })) };
	const words: ActivityWords = { title, purpose, body };
	const isSame = JSON.stringify(words) === JSON.stringify(inOrder(firstWords(before)));
	return {
		...rest,
		language,
		licence: keepsLicence ? before.licence : rest.licence,
		steps: steps.map(({ minutes }) => minutes),
		words: { ...(isSame ? before.words : leftBehind(before, steps.length)), [language]: words }
	};
}

/** A translation, in its place. Where a step lacks words the name and the purpose stand alone. */
export function translated(
	before: ActivityDraft,
	{ language, title, purpose, outcomes, needs, care, steps }: Omit<TranslateActivity, 'activity' | 'edition'>
): ActivityDraft {
	const body = { outcomes, needs, care, steps };
	const isWhole = steps.length === before.steps.length && isSaid(body);
	return {
		...before,
		words: { ...before.words, [language]: { title, purpose, ...(isWhole && { body }) } }
	};
}

/** What a card lacks before everybody may read it, in the order of its form. */
export const gapNames = [
	'purpose',
	'kind',
	'minutes',
	'group',
	'outcomes',
	'needs',
	'steps',
	'care',
	'feeds',
	'reading',
	'credit'
] as const;
export type Gap = (typeof gapNames)[number];

export function gapsOf(draft: ActivityDraft): Gap[] {
	const { purpose, body = emptyBody } = firstWords(draft);
	const isThere: Record<Gap, boolean> = {
		purpose: purpose !== '',
		kind: draft.kind !== null,
		minutes: isSpan(draft.minutes),
		group: isSpan(draft.group),
		outcomes: Object.values(body.outcomes).every(Boolean),
		needs: body.needs.length > 0,
		steps: draft.steps.length > 0 && draft.steps.every(Boolean) && areSaid(body.steps),
		care: body.care.length > 0,
		feeds: draft.feeds.length > 0,
		reading: draft.reading.every(({ title, who, url }) => title && who && url),
		credit: draft.credit !== ''
	};
	return gapNames.filter((gap) => !isThere[gap]);
}

/** The card as everybody may read it; undefined while something is missing. */
export function wholeOf(slug: string, draft: ActivityDraft): Activity | undefined {
	if (gapsOf(draft).length) return undefined;
	const read = v.safeParse(Activity, { slug, ...draft });
	return read.success ? read.output : undefined;
}

function isSpan({ from, to }: ActivityDraft['minutes']): boolean {
	return from !== null && to !== null && from <= to;
}

function isSaid({ outcomes, needs, care, steps }: ActivityBody): boolean {
	return Object.values(outcomes).every(Boolean) && needs.length > 0 && care.length > 0 && areSaid(steps);
}

function areSaid(steps: ActivityBody['steps']): boolean {
	return steps.length > 0 && steps.every(({ heading, words }) => heading && words);
}

/** A translation with other steps than the first language has is its name and purpose again. */
function leftBehind({ language, words }: ActivityDraft, steps: number): ActivityDraft['words'] {
	const others = Object.entries(words).filter(([locale]) => locale !== language);
	return Object.fromEntries(
		others.map(([locale, one]) => {
			const { body, ...short } = one!;
			return [locale, { ...short, ...(body?.steps.length === steps && { body }), older: true }];
		})
	);
}

function inOrder({ title, purpose, body = emptyBody }: ActivityWords): ActivityWords {
	const { outcomes, needs, care, steps } = body;
	const { group, project, momentum } = outcomes;
	const inStep = steps.map(({ heading, words }) => ({ heading, words }));
	return { title, purpose, body: { outcomes: { group, project, momentum }, needs, care, steps: inStep } };
}
