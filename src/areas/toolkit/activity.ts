import type { Locale } from '#words/addresses';
import { boxes, type Box } from '#areas/boards';
import type { Activity, ActivityBody, ActivityWords } from './activity.schema.ts';

export type { Activity, ActivityBody, ActivityWords };
export { boxes, type Box };

/** What an activity helps with, in the order in which groups mostly come to it. */
export const kinds = ['begin', 'look', 'understand', 'say', 'act', 'care', 'learn'] as const;
export type Kind = (typeof kinds)[number];

/** The board it opens. */
export const templates = [
	'canvas',
	'data-cycle',
	'power-map',
	'opinion-spectrum',
	'persona',
	'placard',
	'tactics',
	'play',
	'retrospective',
	'community-map',
	'free-lanes'
] as const;
export type Template = (typeof templates)[number];

/** Free licences under which a host may give its own cards. One that is adapted keeps the licence it had. */
export const licences = ['CC BY-SA 4.0', 'CC BY 4.0', 'CC0 1.0'] as const;
export type Licence = (typeof licences)[number];

export const licencePages: Record<Licence, string> = {
	'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
	'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
	'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/'
};

/** `null` where staff have not said it yet. */
export type Span = { from: number | null; to: number | null };

/** An activity as staff write it: it may lack anything but its title. */
export type ActivityDraft = Omit<Activity, 'slug' | 'kind' | 'minutes' | 'group' | 'steps'> & {
	kind: Kind | null;
	minutes: Span;
	group: Span;
	steps: (number | null)[];
};

export const emptyBody: ActivityBody = {
	outcomes: { group: '', project: '', momentum: '' },
	needs: [],
	steps: [],
	care: []
};

/** The words in the language in which it is written first. */
export function firstWords({ language, words }: Pick<ActivityDraft, 'language' | 'words'>): ActivityWords {
	return words[language]!;
}

/** The languages in which there are any words of it, the first one first. */
export function languagesOf({ language, words }: Pick<ActivityDraft, 'language' | 'words'>): Locale[] {
	const others = (Object.keys(words) as Locale[]).filter((one) => one !== language);
	return [language, ...others];
}
