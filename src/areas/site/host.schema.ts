import * as v from 'valibot';
import { EmailAddress } from '#shared/email-address';
import { neededText, number, someOf, text } from '#shared/fields';
import { locales, type Locale } from '#words/addresses';

const wording = v.object(
	{ lead: text(400), about: text(6000), foot: text(300), privacy: text(6000) },
	'wrong-kind'
);
/** A language of which nothing is said is one in which everything is empty. */
const inOneLanguage = v.optional(wording, {} as never);
const inEach = Object.fromEntries(locales.map((locale) => [locale, inOneLanguage]));

/** Name, address for questions, languages, and what is said in each: one page of the desk. */
export const HostWords = v.object({
	edition: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
	name: neededText(120),
	contact: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			EmailAddress
		],
		'not-an-email'
	),
	languages: v.pipe(someOf(locales), v.nonEmpty('missing')),
	backupDays: number({ least: 0, most: 3650 }),
	words: v.object(inEach as Record<Locale, typeof inOneLanguage>, 'wrong-kind')
});

export const Accent = v.object({ accent: text(40) });

export const NewLogo = v.object({
	logo: v.instance(Blob, 'missing'),
	holdsName: v.picklist(['yes', 'no'], 'missing')
});
