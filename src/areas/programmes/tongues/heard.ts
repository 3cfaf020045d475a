import * as m from '#words';
import { directionOf, getLocale, type Locale } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import type { CallView } from '../server/call-views.ts';

/** For an element that holds what the host wrote: its language and direction, where they are not the page's. */
export type InTongue = { lang?: Locale; dir?: 'ltr' | 'rtl' };

type View = Pick<CallView, 'says' | 'elsewhere'>;

/** The main language, where a text at one of these places (or below it) is not said in the reader's. */
export function langAt({ says, elsewhere }: View, ...places: string[]): Locale | undefined {
	const isThere = (path: string) => places.some((place) => path === place || path.startsWith(`${place}/`));
	return elsewhere.some(isThere) ? says.language : undefined;
}

export function inTongue(lang: Locale | undefined): InTongue {
	return lang ? { lang, dir: directionOf(lang) } : {};
}

/** "This part is only in English." */
export function partOnlyIn(lang: Locale): string {
	return m.tongues_part_only({ language: languageName(lang) });
}

/** "What the host wrote is only in English." Nothing, where some of it stands in the reader's language. */
export function allOnlyIn({ says, nothing }: Pick<CallView, 'says' | 'nothing'>): string | undefined {
	return nothing ? m.tongues_all_only({ language: languageName(says.language) }) : undefined;
}

/** A language's name in the reader's. */
export function languageName(lang: Locale): string {
	return new Intl.DisplayNames([formatsIn(getLocale())], { type: 'language' }).of(lang) ?? lang;
}
