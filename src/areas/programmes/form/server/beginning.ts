import { beginForm, latestVersion, publishForm } from '#areas/forms/server';
import type { Context } from '#server/use-case';
import type { Draft } from '../../server/call-desk.sql.ts';
import { starterForm } from '../../starter-form.ts';
import { formFaults } from '../faults.ts';
import { setFormOf } from './call-form.sql.ts';

/** The call's own form, made of the starter form the first time that somebody writes or publishes it. */
export async function ownForm(context: Context, draft: Draft): Promise<string> {
	if (draft.form) return draft.form;
	const form = await beginForm(context, starterForm(draft));
	await setFormOf(context.db, draft.id, form);
	return form;
}

/** A call that is published has a form that can be answered: its draft becomes the first version. */
export async function publishFirstForm(context: Context, draft: Draft): Promise<void> {
	const form = await ownForm(context, draft);
	if (!(await latestVersion(context, form)))
		await publishForm(context, form, (content) => formFaults(content, datedAs(draft)));
}

export function datedAs({ content, zone, closesAt, decisionsBy, runsTo }: Draft) {
	return { content, zone, closesAt, closedAt: null, decisionsBy, runsTo };
}
