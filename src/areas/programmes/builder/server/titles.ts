import * as v from 'valibot';
import { pagesOf, say, type StoredForm } from '#areas/forms';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { Key } from './arranging.ts';
import { formOfDraft } from './editing.ts';

const ByKey = v.object({ ...BySlug.entries, key: Key });

/** Staff see what a section is called. */
export const showSection = useCase('programmes.showSection', {
	input: ByKey,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { key }, draft) {
		const form = await formOfDraft(context, draft);
		const section = form.sections.find((one) => one.key === key);
		if (!section) throw new Problem('not-found');
		const questions = section.pages.flatMap((page) => page.questions).length;
		return { slug: draft.slug, key, what: 'section' as const, questions, ...said(section, form) };
	}
});

/** Staff see what a page of several questions is called. */
export const showPage = useCase('programmes.showPage', {
	input: ByKey,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { key }, draft) {
		const form = await formOfDraft(context, draft);
		const page = pagesOf(form).find((one) => one.key === key);
		if (!page) throw new Problem('not-found');
		return {
			slug: draft.slug,
			key,
			what: 'page' as const,
			questions: page.questions.length,
			...said(page, form)
		};
	}
});

type Part = Partial<Pick<StoredForm['sections'][number], 'title' | 'help'>>;

function said({ title, help }: Part, { main }: StoredForm) {
	return { title: title ? say(title, main) : '', help: help ? say(help, main) : '' };
}
