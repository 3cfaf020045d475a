import * as v from 'valibot';
import { text } from '#shared/fields';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase } from '#server/use-case';
import { locales, type Locale } from '#words/addresses';
import { CallContent } from '../../call.schema.ts';
import { findDraft, lockDraft, saveContent } from '../../server/call-desk.sql.ts';
import { hasOtherLines, isCurrent, saidIn, textsOf, translated } from '../texts.ts';

const InLanguage = { slug: v.pipe(v.string(), v.maxLength(200)), language: v.picklist(locales) };

/** Staff see every text of a call beside what stands for it in one other language. */
export const showTranslation = useCase('programmes.showTranslation', {
	input: v.object(InLanguage),
	on: async ({ db }, { slug, language }) => notItsOwn(await findDraft(db, slug), language),
	may: staff,
	async run(_, { language }, { slug, edition, content }) {
		const kept = content.translations?.[language] ?? {};
		const texts = textsOf(content).map((one) => ({
			...one,
			translation: kept[one.path]?.text ?? '',
			/** The words that it translates have changed since. */
			old: kept[one.path] !== undefined && !isCurrent(kept[one.path], one)
		}));
		return Promise.resolve({ slug, edition, language, name: content.name, main: content.language, texts });
	}
});

const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());

/** Staff write a call's texts in another language. Nobody else sees them until they are published. */
export const translateCall = useCase('programmes.translateCall', {
	input: v.object({
		...InLanguage,
		edition: Edition,
		texts: v.optional(v.record(v.string(), text(6000)), {})
	}),
	on: async ({ db }, { slug, language }) => notItsOwn(await lockDraft(db, slug), language),
	may: staff,
	async run({ db, record }, { edition, language, texts }, { id, slug, content, edition: now }) {
		if (edition !== now) throw new Problem('edited-meanwhile');
		sameLines(content, texts);
		const translations = { ...content.translations, [language]: translated(content, texts) };
		const next = { ...content, translations };
		fits(saidIn(language, next).says);
		await saveContent(db, id, next);
		await record('call.revised', { id });
		return { slug };
	}
});

/** A call is not translated into the language that it is written in. */
function notItsOwn<Found extends { content: CallContent }>(draft: Found | undefined, language: Locale) {
	return draft && draft.content.language !== language ? draft : undefined;
}

function sameLines(content: CallContent, texts: Record<string, string>): void {
	const wrong = textsOf(content).filter((one) => hasOtherLines(one, texts[one.path] ?? ''));
	if (!wrong.length) return;
	throw new Unusable(Object.fromEntries(wrong.map(({ path }) => [`texts.${path}`, 'not-as-many-lines'])));
}

/** A translation has as much room as what it stands for. */
function fits(content: CallContent): void {
	const { issues } = v.safeParse(CallContent, content);
	if (!issues) return;
	const wrong = issues.map((issue) => [`texts.${placeOf(issue)}`, issue.message] as const);
	throw new Unusable(Object.fromEntries(wrong));
}

function placeOf(issue: v.BaseIssue<unknown>): string {
	return (issue.path ?? []).map(({ key }) => String(key)).join('/');
}
