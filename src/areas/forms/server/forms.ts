import { Problem } from '#shared/problem';
import type { Context } from '#server/use-case';
import { changesBetween, type FormChange } from '../changes.ts';
import { formAsJson, type Fault } from '../form-json.ts';
import type { StoredForm } from '../question.ts';
import { unready } from '../unready.ts';
import {
	insertForm,
	insertVersion,
	latestLine,
	listVersionLines,
	lockForm,
	selectForm,
	selectVersion,
	updateForm,
	type DraftForm,
	type FormVersion,
	type VersionLine
} from './form.sql.ts';

/*
 * What the asking area's use cases are made of. They hold the transaction, and have asked who may.
 */

/** Its id. */
export function beginForm(context: Context, content: StoredForm): Promise<string> {
	return insertForm(context.db, content, signed(context));
}

export function findForm({ db }: Context, id: string): Promise<DraftForm | undefined> {
	return selectForm(db, id);
}

/** Saved, with the new edition; or somebody saved first, and nothing of theirs is overwritten: what they wrote, and how it differs. */
export type Revision =
	| { saved: true; edition: number }
	| { saved: false; edition: number; theirs: StoredForm; by: string | null; differs: FormChange[] };

/** Writes the whole draft, if nobody wrote since the edition that the writer saw. */
export async function reviseForm(
	context: Context,
	{ id, edition, content }: { id: string; edition: number; content: StoredForm }
): Promise<Revision> {
	const draft = await held(context, id);
	if (draft.edition !== edition) {
		const { content: theirs, changedBy } = draft;
		const differs = changesBetween(content, theirs);
		return { saved: false, edition: draft.edition, theirs, by: changedBy, differs };
	}
	return { saved: true, edition: await write(context, draft, content) };
}

/**
 * Changes a part of the draft as it stands now, which others may have changed elsewhere meanwhile. `edit` looks
 * whether its own part is still as its writer saw it (`markOf`), and throws or gives back the changed form.
 */
export async function editForm(
	context: Context,
	id: string,
	edit: (form: StoredForm) => StoredForm
): Promise<{ edition: number; content: StoredForm }> {
	const draft = await held(context, id);
	const content = edit(draft.content);
	return { edition: await write(context, draft, content), content };
}

/** Publishes the draft as the next version. Refused with what keeps it from being asked, and when nothing changed. */
export async function publishForm(
	context: Context,
	id: string,
	faultsOf: (form: StoredForm) => readonly Fault[] = () => []
): Promise<FormVersion> {
	const { content } = await held(context, id);
	const faults = [...unready(content), ...faultsOf(content)];
	if (faults.length) throw new Problem('form-not-ready', { faults });
	const before = await latestVersion(context, id);
	if (before && formAsJson(before.content) === formAsJson(content)) throw new Problem('nothing-changed');
	return { ...(await insertVersion(context.db, id, content, signed(context))), content };
}

export async function latestVersion(context: Context, form: string): Promise<FormVersion | undefined> {
	const line = await latestLine(context.db, form);
	return line && versionOf(context, line.id);
}

/** Newest first, without their content. */
export function listVersions({ db }: Context, form: string): Promise<VersionLine[]> {
	return listVersionLines(db, form);
}

const known = new Map<string, FormVersion>();
const mostKnown = 100;

/** Versions never change, so each is read once. */
export async function versionOf({ db }: Context, id: string): Promise<FormVersion> {
	const found = known.get(id) ?? (await selectVersion(db, id));
	if (!found) throw new Problem('not-found');
	known.delete(id);
	known.set(id, found);
	if (known.size > mostKnown) known.delete(known.keys().next().value!);
	return found;
}

async function held({ db }: Context, id: string): Promise<DraftForm> {
	const draft = await lockForm(db, id);
	if (!draft) throw new Problem('not-found');
	return draft;
}

async function write(context: Context, draft: DraftForm, content: StoredForm): Promise<number> {
	if (formAsJson(draft.content) === formAsJson(content)) return draft.edition;
	return updateForm(context.db, draft.id, content, signed(context));
}

function signed({ actor, now }: Context) {
	return { at: now, by: actor.kind === 'person' ? actor.id : null };
}
