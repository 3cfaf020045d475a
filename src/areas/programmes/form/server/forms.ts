import * as v from 'valibot';
import {
	changesBetween,
	FormShape,
	unready,
	type Fault,
	type FormChange,
	type StoredForm
} from '#areas/forms';
import {
	findForm,
	latestVersion,
	listVersions,
	publishForm as publishDraft,
	reviseForm as reviseDraft,
	versionOf,
	type Revision
} from '#areas/forms/server';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft, lockDraft, type Draft } from '../../server/call-desk.sql.ts';
import { findCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { listArrangers } from '../../server/arranger.sql.ts';
import { starterForm } from '../../starter-form.ts';
import { formFaults } from '../faults.ts';
import type { Setting } from '../setting.ts';
import { datedAs, ownForm } from './beginning.ts';

export type VersionView = { number: number; publishedAt: Date; by: string | null };
export type FormView = {
	slug: string;
	name: string;
	zone: string;
	/** What is being written. */
	form: StoredForm;
	/** 0: nobody has touched it, and it is the form that every call begins with. */
	edition: number;
	changedAt: Date | null;
	changedBy: string | null;
	/** Newest first. */
	versions: VersionView[];
	/** How the draft differs from the latest version. */
	changes: FormChange[];
	/** What keeps it from being published. */
	faults: Fault[];
	/** What the call puts in, for a preview: `inSetting(form, setting)`. */
	setting: Setting;
};

/** Staff see a call's form as it is being written, and what was published of it. */
export const showForm = useCase('programmes.showForm', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft): Promise<FormView> {
		const own = draft.form ? await findForm(context, draft.form) : undefined;
		const form = own?.content ?? starterForm(draft);
		const lines = draft.form ? await listVersions(context, draft.form) : [];
		const latest = draft.form ? await latestVersion(context, draft.form) : undefined;
		const names = await namesOf(
			context,
			[own?.changedBy, ...lines.map((one) => one.publishedBy)].flatMap((id) => id ?? [])
		);
		const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
		return {
			slug: draft.slug,
			name: draft.content.name,
			zone: draft.zone,
			form,
			edition: own?.edition ?? 0,
			changedAt: own?.changedAt ?? null,
			changedBy: nameOf(own?.changedBy),
			versions: lines.map(({ number, publishedAt, publishedBy }) => ({
				number,
				publishedAt,
				by: nameOf(publishedBy)
			})),
			changes: latest ? changesBetween(latest.content, form) : [],
			faults: [...unready(form), ...formFaults(form, datedAs(draft))],
			setting: await draftSetting(context, draft)
		};
	}
});

const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());

/** Staff write a call's form. Of two who write at once, the second is shown both, and overwrites nothing. */
export const reviseForm = useCase('programmes.reviseForm', {
	input: v.object({ ...BySlug.entries, edition: Edition, form: FormShape }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { edition, form }, draft): Promise<Revision> {
		const id = await ownForm(context, draft);
		const first = edition === 0 && !draft.form;
		const revision = await reviseDraft(context, { id, edition: first ? 1 : edition, content: form });
		if (revision.saved) await context.record('call.form-revised', { id: draft.id });
		return revision;
	}
});

/** Staff publish the form: who begins from now on answers it, and who has a draft is told what changed. */
export const publishForm = useCase('programmes.publishForm', {
	input: v.object({ ...BySlug.entries, edition: Edition }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { edition }, draft) {
		const form = await ownForm(context, draft);
		const own = (await findForm(context, form))!;
		if (draft.form && own.edition !== edition) throw new Problem('edited-meanwhile');
		const { id, number } = await publishDraft(context, form, (content) =>
			formFaults(content, datedAs(draft))
		);
		await context.record('call.form-published', { id: draft.id, version: id, number });
		return { slug: draft.slug, number };
	}
});

/** Staff look at what was published once, to read what was answered to it, or to use it again. */
export const showFormVersion = useCase('programmes.showFormVersion', {
	input: v.object({
		...BySlug.entries,
		number: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())
	}),
	async on(context, { slug, number }) {
		const draft = await findDraft(context.db, slug);
		const lines = draft?.form ? await listVersions(context, draft.form) : [];
		const line = lines.find((one) => one.number === number);
		return draft && line && { draft, line };
	},
	may: staff,
	async run(context, _, { draft, line }) {
		const { content, number, publishedAt } = await versionOf(context, line.id);
		return {
			slug: draft.slug,
			name: draft.content.name,
			number,
			publishedAt,
			form: content,
			setting: await draftSetting(context, draft)
		};
	}
});

/** As the draft of the call says it; where it is published, with the dates that stand. */
async function draftSetting({ db, now }: Context, draft: Draft): Promise<Setting> {
	const live = await findCall(db, draft.id);
	return {
		...datedAs(draft),
		closedAt: live?.closedAt ?? null,
		arrangers: await listArrangers(db, draft.id, now)
	};
}
