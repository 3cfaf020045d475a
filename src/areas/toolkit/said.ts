import { directionOf, getLocale, type Locale } from '#words/addresses';
import { tongues } from '#words/tongues';
import type { Activity, ActivityBody, Box, Kind, Licence, Template } from './activity.ts';
import { firstWords, languagesOf } from './activity.ts';
import { sessionsWith } from './path.ts';

/** An activity in a list, in the reader's language as far as there are words in it. */
export type CardView = {
	slug: string;
	title: string;
	purpose: string;
	/** The language of title and purpose. */
	lang: Locale;
	kind: Kind;
	minutes: Activity['minutes'];
	group: Activity['group'];
	template: Template | null;
	feeds: Box[];
	/** The host wrote or adapted it. */
	isOwn: boolean;
};

export type ActivityView = CardView & {
	outcomes: ActivityBody['outcomes'];
	needs: string[];
	steps: { minutes: number; heading: string; words: string }[];
	care: string[];
	/** The language of everything but title and purpose. */
	bodyLang: Locale;
	/** What is shown in the reader's language is older than what it was translated from. */
	isOlder: boolean;
	reading: Activity['reading'];
	licence: Licence;
	credit: string;
	/** The sessions of the path in which it stands, counted from 1. */
	sessions: number[];
};

/** An activity, and whether it is the host's. */
export type Given = { activity: Activity; isOwn: boolean };

export function cardIn(locale: Locale, { activity, isOwn }: Given): CardView {
	const { slug, kind, minutes, group, template, feeds, language } = activity;
	const theirs = activity.words[locale];
	const { title, purpose } = theirs ?? firstWords(activity);
	const lang = theirs ? locale : language;
	return { slug, title, purpose, lang, kind, minutes, group, template, feeds, isOwn };
}

export function activityIn(locale: Locale, given: Given): ActivityView {
	const { activity } = given;
	const theirs = activity.words[locale];
	const { outcomes, needs, steps, care } = theirs?.body ?? firstWords(activity).body!;
	const { reading, licence, credit } = activity;
	return {
		...cardIn(locale, given),
		outcomes,
		needs,
		care,
		steps: steps.map((step, at) => ({ minutes: activity.steps[at]!, ...step })),
		bodyLang: theirs?.body ? locale : activity.language,
		isOlder: theirs?.older ?? false,
		reading,
		licence,
		credit,
		sessions: sessionsWith(activity.slug)
	};
}

/** For the element that holds words which may not be in the language of the page. */
export function inTongue(lang: Locale): { lang?: string; dir?: 'ltr' | 'rtl' } {
	return lang === getLocale() ? {} : { lang, dir: directionOf(lang) };
}

/** Everything of it, in every language, for programs. A translation of ours says whether a speaker has checked it. */
export function activityForPrograms({ activity, isOwn }: Given, address: string) {
	const { steps, words, language, ...facts } = activity;
	const inEach = languagesOf(activity).map((locale) => {
		const { body, title, purpose, older } = words[locale]!;
		const checked = locale === language || isOwn || tongues[locale].reviewed !== null;
		return [
			locale,
			{
				title,
				purpose,
				...(body && { ...body, steps: body.steps.map((step, at) => ({ minutes: steps[at]!, ...step })) }),
				...(older && { older }),
				checkedByASpeaker: checked
			}
		];
	});
	return { ...facts, address, language, words: Object.fromEntries(inEach) as Record<string, object> };
}
