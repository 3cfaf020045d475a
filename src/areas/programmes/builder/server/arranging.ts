import * as v from 'valibot';
import {
	addSection as withSection,
	breakPage,
	changePage,
	changeSection,
	joinPage,
	moveQuestion,
	moveSection,
	type StoredForm
} from '#areas/forms';
import { neededText, text } from '#shared/fields';
import { staff, useCase } from '#server/use-case';
import { lockDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { reworded } from '../texts.ts';
import { edited } from './editing.ts';

export const Key = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));

const acts = {
	'question-up': (form, key) => moveQuestion(form, key, 'up'),
	'question-down': (form, key) => moveQuestion(form, key, 'down'),
	'break-page': breakPage,
	'join-page': joinPage,
	'section-up': (form, key) => moveSection(form, key, 'up'),
	'section-down': (form, key) => moveSection(form, key, 'down')
} as const satisfies Record<string, (form: StoredForm, key: string) => StoredForm>;
type Act = keyof typeof acts;

/** Staff move a question or a section by one place, or say where a page begins. What is not there any more moves nothing. */
export const arrangeForm = useCase('programmes.arrangeForm', {
	input: v.object({ ...BySlug.entries, key: Key, act: v.picklist(Object.keys(acts) as Act[]) }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { key, act }, draft) {
		await edited(context, draft, (form) => acts[act](form, key));
		return { slug: draft.slug, anchor: `${act.startsWith('section') ? 'section' : 'question'}-${key}` };
	}
});

/** Staff add a section, at the end. */
export const addSection = useCase('programmes.addSection', {
	input: v.object({ ...BySlug.entries, title: neededText(200) }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { title }, draft) {
		const form = await edited(context, draft, (now) => withSection(now, { text: title }, title));
		return { slug: draft.slug, key: form.sections.at(-1)!.key };
	}
});

const Titles = { ...BySlug.entries, key: Key, title: neededText(200), help: text(2000) };

/** Staff call a section something else. */
export const reviseSection = useCase('programmes.reviseSection', {
	input: v.object(Titles),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { key, title, help }, draft) {
		await edited(context, draft, (form) => {
			const before = form.sections.find((section) => section.key === key);
			return changeSection(form, key, written(before, { title, help }, form.main));
		});
		return { slug: draft.slug };
	}
});

/** Staff call a page of several questions something else. */
export const revisePage = useCase('programmes.revisePage', {
	input: v.object(Titles),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { key, title, help }, draft) {
		await edited(context, draft, (form) => {
			const pages = form.sections.flatMap((section) => section.pages);
			const before = pages.find((page) => page.key === key);
			return changePage(form, key, written(before, { title, help }, form.main));
		});
		return { slug: draft.slug };
	}
});

type Part = StoredForm['sections'][number]['pages'][number] | StoredForm['sections'][number] | undefined;

function written(before: Part, { title, help }: { title: string; help: string }, main: StoredForm['main']) {
	return {
		title: reworded(before?.title, title, main),
		...(help ? { help: reworded(before?.help, help, main) } : {})
	};
}
