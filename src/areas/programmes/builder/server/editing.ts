import { faultSentence, readForm, type StoredForm } from '#areas/forms';
import { editForm, findForm } from '#areas/forms/server';
import type { Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ownForm } from '../../form/server/beginning.ts';
import type { Draft } from '../../server/call-desk.sql.ts';
import { starterForm } from '../../starter-form.ts';

export type Recording = Context & { record: (event: string, details: { id: string }) => Promise<void> };

/** Changes a part of the form as it stands now; a form that would make no sense is refused, with what is wrong in words. */
export async function edited(
	context: Recording,
	draft: Draft,
	edit: (form: StoredForm) => StoredForm
): Promise<StoredForm> {
	const id = await ownForm(context, draft);
	const { content } = await editForm(context, id, (form) => whole(edit(form)));
	await context.record('call.form-revised', { id: draft.id });
	return content;
}

function whole(form: StoredForm): StoredForm {
	const { faults } = readForm(form);
	if (faults) throw new Problem('form-would-break', { why: faultSentence(faults[0]!, form) });
	return form;
}

/** What is being written; the form that every call begins with, while nobody wrote. */
export async function formOfDraft(context: Context, draft: Draft): Promise<StoredForm> {
	const own = draft.form ? await findForm(context, draft.form) : undefined;
	return own?.content ?? starterForm(draft);
}

export function signed({ actor, now }: Context) {
	return { at: now, by: actor.kind === 'person' ? actor.id : null };
}
