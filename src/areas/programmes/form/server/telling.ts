import { template } from '#server/mail';
import { on, type Context, type Details } from '#server/use-case';
import * as m from '#words';
import { findCall } from '../../server/call.sql.ts';
import { wayBack, writeTo } from '../../server/expression-letters.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { listDraftsToTell, tellOnce } from '../../server/told.sql.ts';
import { changesFor } from './going-over.ts';
import { currentVersion } from './reading.ts';

type NewFormLetter = LetterView & { changes: string[] };

template<NewFormLetter>('expression-new-form', {
	on: newFormLetter,
	subject: ({ expression: { reference } }) => m.form_new_mail_subject({ reference }),
	body: (view) => [
		m.form_new_mail_why({ programme: view.expression.call.name }),
		{ heading: m.form_new_changes() },
		{ list: view.changes },
		...wayBack(view)
	],
	called: m.form_new_mail_called,
	urgent: false
});

/** Nothing, when it was sent or went over meanwhile, or nothing changed that its writer would see. */
async function newFormLetter(context: Context, details: Details): Promise<NewFormLetter | undefined> {
	const view = await letterView(context, details, ['draft']);
	const row = view && (await findExpressionById(context.db, view.expression.id));
	const call = row && (await findCall(context.db, row.call));
	const changes = call ? await changesFor(context, call, row) : [];
	return view && changes.length ? { ...view, changes } : undefined;
}

on('call.form-published', tellDrafts);

/** Everybody with a draft of an older version, once for each newer one. */
async function tellDrafts(context: Context, { id }: { id?: unknown }): Promise<void> {
	const call = await findCall(context.db, String(id));
	const version = call && (await currentVersion(context, call));
	if (!version) return;
	for (const draft of await listDraftsToTell(context.db, call.id)) {
		const told = { expression: draft.id, what: 'form', about: version.publishedAt, at: context.now };
		if (draft.formVersion === version.id || !(await changesFor(context, call, draft)).length) continue;
		if (await tellOnce(context.db, told))
			await writeTo(context, 'expression-new-form', {
				expression: draft.id,
				email: draft.email,
				locale: draft.locale
			});
	}
}
