import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { inLanguage } from '#words/language';
import { locales, type Locale } from '#words/addresses';
import { lockCall, type StandingCall } from '../../server/call.sql.ts';
import { signed } from '../../server/signed.ts';
import type { LetterKind } from '../letters.ts';
import { LookAtWords, WriteWords } from '../release.schema.ts';
import { usualWords } from '../usual-words.ts';
import { decider, deciding } from './policy.ts';
import { deleteWords, listWords, saveWords } from './words.sql.ts';

export type WordsView = {
	slug: string;
	name: string;
	kind: LetterKind;
	/** The language in which the host writes first. */
	main: Locale;
	languages: { language: Locale; words: string; usual: string; edition: number }[];
};

/** Staff read what each letter says in each language: their own words, or ours where they have written none. */
export const showLetterWords = useCase('programmes.showLetterWords', {
	input: LookAtWords,
	on: deciding,
	may: decider,
	async run({ db }, { slug, kind }, { call }): Promise<WordsView> {
		const written = await listWords(db, call.id, kind);
		const main = mainOf(call);
		const order = [main, ...locales.filter((one) => one !== main)];
		return {
			slug,
			name: call.content.name,
			kind,
			main,
			languages: order.map((language) => {
				const own = written.find((one) => one.language === language);
				const usual = inLanguage(language, () => usualWords(kind));
				return { language, words: own?.words ?? '', usual, edition: own?.edition ?? 0 };
			})
		};
	}
});

function mainOf({ content }: StandingCall): Locale {
	return locales.find((one) => one === content.language) ?? 'en';
}

/** Staff put a letter into words of their own. Nothing written: it is ours again. */
export const writeLetterWords = useCase('programmes.writeLetterWords', {
	input: WriteWords,
	on: deciding,
	may: decider,
	async run(context, { slug, kind, language, words, edition }, { call }) {
		await lockCall(context.db, call.id);
		if ((await editionOf(context, call.id, { kind, language })) !== edition)
			throw new Problem('edited-meanwhile');
		const place = { call: call.id, kind, language };
		if (words) await saveWords(context.db, { ...place, words, ...signed(context) });
		else await deleteWords(context.db, place);
		await context.record('release.words-written', { id: call.id, call: call.id });
		return { slug, kind };
	}
});

async function editionOf(
	{ db }: Context,
	call: string,
	{ kind, language }: { kind: LetterKind; language: string }
): Promise<number> {
	const rows = await listWords(db, call, kind);
	return rows.find((one) => one.language === language)?.edition ?? 0;
}
