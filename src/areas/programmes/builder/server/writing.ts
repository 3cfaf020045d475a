import * as v from 'valibot';
import {
	addQuestion as withQuestion,
	changeQuestion,
	markOf,
	questionKey,
	questionsOf,
	type Question,
	type StoredForm
} from '#areas/forms';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft, lockDraft, type Draft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { freshQuestion } from '../kinds.ts';
import { questionFrom } from '../question-from.ts';
import { QuestionFields } from '../question-fields.schema.ts';
import { Source, sourced } from '../sources.ts';
import { Key } from './arranging.ts';
import { edited, formOfDraft, type Recording } from './editing.ts';

const Where = { ...BySlug.entries, section: Key, after: v.optional(Key) };

/** Staff add a question that they write themselves. */
export const addBlankQuestion = useCase('programmes.addBlankQuestion', {
	input: v.object({ ...Where, kind: QuestionFields.entries.kind, label: QuestionFields.entries.label }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	run: (context, { kind, label, ...where }, draft) =>
		added(context, draft, freshQuestion(kind, label, label), where)
});

/** Staff add a question out of the library, or as another call asks it. */
export const addQuestion = useCase('programmes.addQuestion', {
	input: v.object({ ...Where, source: Source }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	run: async (context, { source, ...where }, draft) =>
		added(context, draft, await found(context, draft, source), where)
});

type Place = { section: string; after?: string | undefined };

async function added(context: Recording, draft: Draft, asked: Question, { section, after }: Place) {
	let key = '';
	await edited(context, draft, (form) => {
		if (!form.sections.some((one) => one.key === section)) throw new Problem('not-found');
		key = questionKey(form, asked.key);
		return withQuestion(form, fitting({ ...asked, key }, form), { section, after });
	});
	return { slug: draft.slug, question: key };
}

async function found(context: Context, draft: Draft, source: Source): Promise<Question> {
	const other = 'call' in source ? await findDraft(context.db, source.call) : undefined;
	const asked = sourced(source, draft, other && (await formOfDraft(context, other)));
	if (!asked) throw new Problem('not-found');
	return asked;
}

/** What it hangs on in the form that it comes from may not be in this one. */
function fitting(question: Question, form: StoredForm): Question {
	const here = new Set(questionsOf(form).map(({ key }) => key));
	const unless = question.unless?.filter((key) => here.has(key)) ?? [];
	const alone = { ...question };
	delete alone.when;
	delete alone.unless;
	return unless.length ? { ...alone, unless } : alone;
}

/** Staff write one question. Of two who write the same one, the second is shown both texts, and overwrites nothing. */
export const reviseQuestion = useCase('programmes.reviseQuestion', {
	input: v.object({ ...BySlug.entries, question: Key, mark: v.string(), q: QuestionFields }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { question: key, mark, q }, draft) {
		await edited(context, draft, (form) => {
			const before = asSeen(form, key, mark);
			return changeQuestion(form, questionFrom(q, before, form.main));
		});
		return { slug: draft.slug, question: key };
	}
});

/** The question, if it is still as its writer saw it. */
export function asSeen(form: StoredForm, key: string, mark: string): Question {
	const question = questionsOf(form).find((one) => one.key === key);
	if (!question) throw new Problem('not-found');
	if (markOf(question) !== mark) throw new Problem('edited-meanwhile');
	return question;
}
