import * as v from 'valibot';
import { changeQuestion, markOf, questionsOf, type StoredForm, type Words } from '#areas/forms';
import { locales, type Locale } from '#words/addresses';
import { someOf } from '#shared/fields';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft, lockDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { textIn, textsOfQuestion, titlesOf, translated, withTexts, withTitles } from '../texts.ts';
import { Key } from './arranging.ts';
import { edited, formOfDraft } from './editing.ts';
import { asSeen } from './writing.ts';

/** One text in every language of the form; '' where nobody said it yet. */
export type TextView = { name: string; texts: { locale: Locale; text: string }[] };
export type LanguagesView = {
	slug: string;
	name: string;
	main: Locale;
	others: readonly Locale[];
	mark: string;
	texts: TextView[];
};

/** Staff see the texts of one question, language beside language. */
export const showQuestionTexts = useCase('programmes.showQuestionTexts', {
	input: v.object({ ...BySlug.entries, question: Key }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { question: key }, draft) {
		const form = await formOfDraft(context, draft);
		const question = questionsOf(form).find((one) => one.key === key);
		if (!question) throw new Problem('not-found');
		return { key, ...viewOf(draft, form, textsOfQuestion(question), markOf(question)) };
	}
});

/** Staff see the titles of sections and pages, language beside language. */
export const showTitles = useCase('programmes.showTitles', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft): Promise<LanguagesView> {
		const form = await formOfDraft(context, draft);
		return viewOf(draft, form, namedTitles(form), markOf(titlesIn(form)));
	}
});

type Draft = { slug: string; content: { name: string } };

function viewOf(
	{ slug, content }: Draft,
	form: StoredForm,
	named: { name: string; words: Words }[],
	mark: string
): LanguagesView {
	const { main, others } = form;
	const all = [main, ...others];
	const texts = named.map(({ name, words }) => ({
		name,
		texts: all.map((locale) => ({ locale, text: textIn(words, locale, main) }))
	}));
	return { slug, name: content.name, main, others, mark, texts };
}

const Texts = v.optional(
	v.record(v.string(), v.record(v.string(), v.pipe(v.string(), v.maxLength(6000, 'too-long')))),
	() => ({})
);

/** Staff translate one question. */
export const translateQuestion = useCase('programmes.translateQuestion', {
	input: v.object({ ...BySlug.entries, question: Key, mark: v.string(), t: Texts }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { question: key, mark, t }, draft) {
		await edited(context, draft, (form) =>
			changeQuestion(
				form,
				withTexts(asSeen(form, key, mark), (name, words) =>
					translated(words, given(t[name], form), form.main)
				)
			)
		);
		return { slug: draft.slug, question: key };
	}
});

/** Staff translate the titles of sections and pages. */
export const translateTitles = useCase('programmes.translateTitles', {
	input: v.object({ ...BySlug.entries, mark: v.string(), t: Texts }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { mark, t }, draft) {
		await edited(context, draft, (form) => {
			if (markOf(titlesIn(form)) !== mark) throw new Problem('edited-meanwhile');
			return titled(form, (name, words) => translated(words, given(t[name], form), form.main));
		});
		return { slug: draft.slug };
	}
});

/** Staff say in which languages the form is to be read. What was translated into one that goes is kept. */
export const setFormLanguages = useCase('programmes.setFormLanguages', {
	input: v.object({ ...BySlug.entries, others: someOf(locales) }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { others }, draft) {
		await edited(context, draft, (form) => ({ ...form, others: others.filter((one) => one !== form.main) }));
		return { slug: draft.slug };
	}
});

/** Only languages of the form, and never the main one: that is written where the question is. */
function given(
	texts: Record<string, string> | undefined,
	{ others }: StoredForm
): Partial<Record<Locale, string>> {
	return Object.fromEntries(
		others.flatMap((locale) => (texts?.[locale] === undefined ? [] : [[locale, texts[locale]]]))
	);
}

function titlesIn({ sections }: StoredForm) {
	return sections.map((section) => [titlesOf(section), section.pages.map(titlesOf)]);
}

function namedTitles({ sections }: StoredForm) {
	return sections.flatMap((section) => [
		...titlesOf(section).map(({ name, words }) => ({ name: `section-${section.key}-${name}`, words })),
		...section.pages.flatMap((page) =>
			titlesOf(page).map(({ name, words }) => ({ name: `page-${page.key}-${name}`, words }))
		)
	]);
}

function titled(form: StoredForm, change: (name: string, words: Words) => Words): StoredForm {
	const sections = form.sections.map((section) => ({
		...withTitles(section, (name, words) => change(`section-${section.key}-${name}`, words)),
		pages: section.pages.map((page) =>
			withTitles(page, (name, words) => change(`page-${page.key}-${name}`, words))
		)
	}));
	return { ...form, sections };
}
