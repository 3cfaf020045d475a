import { getLocale, type Locale } from './addresses.ts';

/** A person whose language it is, who read every sentence, and on which day. */
type Review = { by: string; on: string };

type Tongue = {
	/** In its own words: whoever needs it reads it. */
	name: string;
	/** How dates, numbers and money are written. Arabic has the figures that people type here too, and that references are made of. */
	formats: string;
	/** The hour as people say it: "3:30pm", or "15:30". */
	hours: 12 | 24;
	/** English is what the others are translated from. `null`: no speaker has checked the translation, and every page, letter and PDF says so. */
	reviewed: Review | 'original' | null;
};

/** Every language that Placard speaks. CONTRIBUTING.md says how a speaker reviews one, and how one is added. */
export const tongues: Record<Locale, Tongue> = {
	en: { name: 'English', formats: 'en-GB', hours: 12, reviewed: 'original' },
	cy: { name: 'Cymraeg', formats: 'cy', hours: 12, reviewed: null },
	es: { name: 'Español', formats: 'es', hours: 24, reviewed: null },
	fr: { name: 'Français', formats: 'fr', hours: 24, reviewed: null },
	ar: { name: 'العربية', formats: 'ar-u-nu-latn', hours: 12, reviewed: null }
};

/** What only staff see is written in these; in another, staff would read English from right to left. */
export const deskLanguages: readonly Locale[] = ['en', 'cy'];

export const nameOfLanguage = (locale: Locale): string => tongues[locale].name;

export const isUnreviewed = (locale: Locale = getLocale()): boolean => tongues[locale].reviewed === null;

/** For Intl: how the language writes dates, numbers, lists. */
export const formatsIn = (locale: Locale = getLocale()): string => tongues[locale].formats;
