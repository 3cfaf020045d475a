import type { Question, StoredForm } from '#areas/forms';
import { publishForm, reviseForm, showForm } from '#areas/programmes/server';
import { lead } from './call-world.ts';
import type { World } from './small-world.ts';

type Change = (question: Question) => Question | undefined;

/** A call's form, the spring call's unless told otherwise, with other questions, and pages more, saved and published. */
export async function publishQuestions(
	world: World,
	change: Change,
	more: Question[] = [],
	now?: Date,
	slug = 'spring'
): Promise<void> {
	const { form, edition } = await showForm.within(world.as(lead, now), { slug });
	const next = changed(form, change, more);
	const revision = await reviseForm.within(world.as(lead, now), { slug, edition, form: next });
	await publishForm.within(world.as(lead, now), { slug, edition: revision.edition });
}

function changed(form: StoredForm, change: Change, more: Question[]): StoredForm {
	const sections = form.sections
		.map((section) => ({
			...section,
			pages: section.pages
				.map((page) => ({ ...page, questions: page.questions.flatMap((one) => change(one) ?? []) }))
				.filter(({ questions }) => questions.length)
		}))
		.filter(({ pages }) => pages.length);
	const extra = more.map((question) => ({ key: question.key, questions: [question] }));
	const last = extra.length ? [{ key: 'more', title: { text: 'More' }, pages: extra }] : [];
	return { ...form, sections: [...sections, ...last] };
}
