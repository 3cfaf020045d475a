import * as v from 'valibot';
import {
	putBack as putBackIn,
	removeQuestion as withoutQuestion,
	removeSection as withoutSection,
	type Removed,
	type StoredForm
} from '#areas/forms';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft, lockDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { Key } from './arranging.ts';
import { edited, formOfDraft, signed } from './editing.ts';
import { insertRemoval, lockRemoval, markPutBack, type Taken } from './removal.sql.ts';

/** Staff take a question away. It can be put back where it was. */
export const removeQuestion = useCase('programmes.removeQuestion', {
	input: v.object({ ...BySlug.entries, question: Key }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { question }, draft) {
		const removed = await taken(
			(edit) => edited(context, draft, edit),
			(form) => withoutQuestion(form, question)
		);
		const id = await insertRemoval(context.db, draft.id, removed, signed(context));
		return { slug: draft.slug, id };
	}
});

/** Staff take a section away with everything in it. It can be put back. */
export const removeSection = useCase('programmes.removeSection', {
	input: v.object({ ...BySlug.entries, key: Key }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { key }, draft) {
		const removed = await taken(
			(edit) => edited(context, draft, edit),
			(form) => withoutSection(form, key)
		);
		const id = await insertRemoval(context.db, draft.id, removed, signed(context));
		return { slug: draft.slug, id };
	}
});

type Without = (form: StoredForm) => { form: StoredForm; removed: Removed } | undefined;

async function taken(edit: (change: (form: StoredForm) => StoredForm) => Promise<unknown>, without: Without) {
	let removed: Removed | undefined;
	await edit((now) => {
		const found = without(now);
		if (!found) throw new Problem('not-found');
		removed = found.removed;
		return found.form;
	});
	return removed!;
}

/** Staff put back what was taken away. */
export const putBack = useCase('programmes.putBack', {
	input: v.object({ ...BySlug.entries, removal: v.pipe(v.string(), v.uuid()) }),
	on: async ({ db }, { slug, removal }) => {
		const draft = await lockDraft(db, slug);
		const row = draft && (await lockRemoval(db, draft.id, removal));
		return row && { draft, row };
	},
	may: staff,
	async run(context, _, { draft, row: { id, removed } }) {
		await edited(context, draft, (form) => back(form, removed));
		await markPutBack(context.db, id, context.now);
		return { slug: draft.slug };
	}
});

function back(form: StoredForm, removed: Taken): StoredForm {
	return removed.what === 'form' ? removed.form : putBackIn(form, removed);
}

/** Staff begin again with the form of another call. What was there can be put back. */
export const takeForm = useCase('programmes.takeForm', {
	input: v.object({ ...BySlug.entries, from: v.string() }),
	on: async ({ db }, { slug, from }) => {
		const other = await findDraft(db, from);
		const draft = await lockDraft(db, slug);
		return draft && other && other.id !== draft.id ? { draft, other } : undefined;
	},
	may: staff,
	async run(context, _, { draft, other }) {
		const before = await formOfDraft(context, draft);
		const theirs = await formOfDraft(context, other);
		await edited(context, draft, () => theirs);
		const id = await insertRemoval(context.db, draft.id, { what: 'form', form: before }, signed(context));
		return { slug: draft.slug, id };
	}
});
