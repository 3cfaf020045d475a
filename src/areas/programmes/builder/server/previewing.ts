import * as v from 'valibot';
import {
	changeQuestion,
	isBlank,
	pagesOf,
	placeOf,
	questionsOf,
	say,
	showQuestion,
	typedIn,
	wrongWith,
	type Answers,
	type Form,
	type Question,
	type ShownQuestion
} from '#areas/forms';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import type { Locale } from '#words/addresses';
import { showForm } from '../../form/server/forms.ts';
import { inSetting } from '../../form/setting.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { QuestionFields } from '../question-fields.schema.ts';
import { questionFrom } from '../question-from.ts';
import { previewOf as previewOfQuestion } from '../question-preview.ts';
import { ruleSentences } from '../rule-words.ts';
import { Key } from './arranging.ts';

export type PreviewView = {
	slug: string;
	name: string;
	languages: Locale[];
	page: string;
	section: string;
	title?: string | undefined;
	help?: string | undefined;
	questions: ShownQuestion[];
	/** Under which answers something on this page is asked, in words. */
	when: string[];
	previous: string | null;
	next: string | null;
	/** Which page of how many. */
	place: number;
	of: number;
};

const ByPage = v.object({ ...BySlug.entries, page: Key });

/** Staff see a page of the form as an applicant would, before anybody is asked it. */
export const showPreview = useCase('programmes.showPreview', {
	input: ByPage,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	run: (context, { slug, page }) =>
		previewOf(context, slug, page, (question) => showQuestion(question, undefined))
});

/** What an applicant would be told of these answers. Nothing is kept. */
export const tryPage = useCase('programmes.tryPage', {
	input: v.object({ ...ByPage.entries, fields: v.record(v.string(), v.unknown()) }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, page, fields }) {
		let isFine = true;
		const view = await previewOf(context, slug, page, (question, form) => {
			const answers = answersIn(questionsOf(form), fields);
			const wrong = wrongWith(form, question, answers);
			if (wrong) isFine = false;
			return showQuestion(question, answers[question.key], wrong);
		});
		return { ...view, isFine };
	}
});

/** A question as its writer has it, before it is saved: what the page shows again, and how applicants would meet it. */
export type QuestionLook = {
	question: Question;
	/** As it was posted: whoever saves next is still told of what others saved. */
	mark: string;
	/** Null where its list is empty in this call, so that nobody is asked. */
	shown: ShownQuestion | null;
};

/** Staff see a question as an applicant would while they write it. Nothing is kept. */
export const lookAtQuestion = useCase('programmes.lookAtQuestion', {
	input: v.object({ ...BySlug.entries, question: Key, mark: v.string(), q: QuestionFields }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, question: key, mark, q }): Promise<QuestionLook> {
		const { form, setting } = await showForm.within(context, { slug });
		const before = questionsOf(form).find((one) => one.key === key);
		if (!before) throw new Problem('not-found');
		const question = questionFrom(q, before, form.main);
		const shown = previewOfQuestion({ form: changeQuestion(form, question), setting, question });
		return { question, mark, shown: shown ?? null };
	}
});

type Show = (question: Question, form: Form) => ShownQuestion;

async function previewOf(context: Context, slug: string, key: string, show: Show): Promise<PreviewView> {
	const { form: stored, setting, name } = await showForm.within(context, { slug });
	const form: Form = inSetting(stored, setting);
	const found = placeOf(form, key);
	if (!found) throw new Problem('not-found');
	const { section, page } = found;
	const pages = pagesOf(form).map((one) => one.key);
	const at = pages.indexOf(key);
	return {
		slug,
		name,
		languages: [stored.main, ...stored.others],
		page: key,
		section: say(section.title),
		title: page.title && say(page.title),
		help: page.help && say(page.help),
		questions: page.questions.map((question) => show(question, form)),
		when: page.questions.flatMap(({ when }) => ruleSentences(when, stored)),
		previous: pages[at - 1] ?? null,
		next: pages[at + 1] ?? null,
		place: at + 1,
		of: pages.length
	};
}

/** A file is not sent along: there is nobody to keep it. */
function answersIn(questions: readonly Question[], fields: Record<string, unknown>): Answers {
	const typed = questions.map((question) => [question.key, typedIn(question, fields) ?? null] as const);
	return Object.fromEntries(
		typed
			.filter(([, one]) => !isBlank(one))
			.map(([key, one]) => [key, { typed: one, value: null, version: 0 }])
	);
}
