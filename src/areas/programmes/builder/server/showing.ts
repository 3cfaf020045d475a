import * as v from 'valibot';
import {
	changesBetween,
	changeSentence,
	markOf,
	questionsOf,
	say,
	type Question,
	type StoredForm
} from '#areas/forms';
import { listVersions, versionOf } from '#areas/forms/server';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import type { Locale } from '#words/addresses';
import { showForm } from '../../form/server/forms.ts';
import type { Setting } from '../../form/setting.ts';
import { findDraft, listDrafts, type Draft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { listAsides } from './aside.sql.ts';
import { Key } from './arranging.ts';
import { formOfDraft } from './editing.ts';
import { listRemovals } from './removal.sql.ts';
import {
	faultsFor,
	findingsFor,
	removalsFor,
	sectionsFor,
	type FindingView,
	type RemovalView,
	type SectionRow
} from './views.ts';

export type BuilderView = {
	slug: string;
	name: string;
	zone: string;
	edition: number;
	changedAt: Date | null;
	changedBy: string | null;
	main: Locale;
	others: readonly Locale[];
	sections: SectionRow[];
	findings: FindingView[];
	/** What keeps it from being published, in words. */
	faults: string[];
	versions: { number: number; publishedAt: Date; by: string | null }[];
	/** How it differs from what people answer now, in words. */
	changes: string[];
	removals: RemovalView[];
	/** The one that was just taken away. */
	removed: RemovalView | null;
};

/** Staff see the form of a call as they build it: its questions in their order, what was found, what changed. */
export const showBuilder = useCase('programmes.showBuilder', {
	input: v.object({ ...BySlug.entries, removed: v.optional(v.string()) }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { removed }, draft): Promise<BuilderView> {
		const view = await showForm.within(context, { slug: draft.slug });
		const { form, slug, name, zone, edition, changedAt, changedBy, versions } = view;
		const findings = await findingsOf(context, draft, form);
		const removals = await removalsOf(context, draft);
		return {
			slug,
			name,
			zone,
			edition,
			changedAt,
			changedBy,
			versions,
			findings,
			removals,
			main: form.main,
			others: form.others,
			sections: sectionsFor(form, findings),
			faults: faultsFor(form, view.faults),
			changes: view.changes.map((change) => changeSentence(change)),
			removed: removals.find(({ id }) => id === removed) ?? null
		};
	}
});

async function findingsOf(context: Context, draft: Draft, form: StoredForm): Promise<FindingView[]> {
	const asides = await listAsides(context.db, draft.id);
	return findingsFor(
		form,
		asides,
		await namesFor(
			context,
			asides.map(({ setBy }) => setBy)
		)
	);
}

async function removalsOf(context: Context, draft: Draft): Promise<RemovalView[]> {
	const rows = await listRemovals(context.db, draft.id);
	return removalsFor(
		rows,
		await namesFor(
			context,
			rows.map(({ removedBy }) => removedBy)
		)
	);
}

async function namesFor(context: Context, ids: (string | null)[]) {
	const names = await namesOf(
		context,
		ids.flatMap((id) => id ?? [])
	);
	return (id: string | null) => (id ? (names.get(id) ?? null) : null);
}

export type QuestionView = {
	slug: string;
	name: string;
	question: Question;
	/** Whether it is still as its writer saw it. */
	mark: string;
	number: number;
	form: StoredForm;
	setting: Setting;
	/** The page on which applicants meet it. */
	page: string;
	/** Before and after it. */
	previous: { key: string; label: string } | null;
	next: { key: string; label: string } | null;
	findings: FindingView[];
};

/** Staff see one question as they write it. */
export const showBuilderQuestion = useCase('programmes.showBuilderQuestion', {
	input: v.object({ ...BySlug.entries, question: Key }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { question: key }, draft): Promise<QuestionView> {
		const { form, setting, slug, name } = await showForm.within(context, { slug: draft.slug });
		const all = questionsOf(form);
		const at = all.findIndex((one) => one.key === key);
		const question = all[at];
		if (!question) throw new Problem('not-found');
		const near = (n: number) => (all[n] ? { key: all[n].key, label: say(all[n].label) } : null);
		const pages = form.sections.flatMap((section) => section.pages);
		return {
			slug,
			name,
			question,
			mark: markOf(question),
			number: at + 1,
			form,
			setting,
			page: pages.find(({ questions }) => questions.includes(question))!.key,
			previous: at > 0 ? near(at - 1) : null,
			next: near(at + 1),
			findings: (await findingsOf(context, draft, form)).filter((one) => one.question === key)
		};
	}
});

export type VersionRow = { number: number; publishedAt: Date; by: string | null; changes: string[] };

/** Staff see what was published, and how each version differs from the one before. */
export const listFormVersions = useCase('programmes.listFormVersions', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft) {
		const lines = draft.form ? await listVersions(context, draft.form) : [];
		const nameOf = await namesFor(
			context,
			lines.map(({ publishedBy }) => publishedBy)
		);
		const rows: VersionRow[] = [];
		for (const [n, { id, number, publishedAt, publishedBy }] of lines.entries()) {
			const older = lines[n + 1];
			const { content } = await versionOf(context, id);
			const changes = older ? changesBetween((await versionOf(context, older.id)).content, content) : [];
			rows.push({
				number,
				publishedAt,
				by: nameOf(publishedBy),
				changes: changes.map((change) => changeSentence(change))
			});
		}
		return { slug: draft.slug, name: draft.content.name, zone: draft.zone, versions: rows };
	}
});

/** Staff look for a question to begin from: the starter form, the library, the forms of other calls. */
export const showSources = useCase('programmes.showSources', {
	input: v.object({
		...BySlug.entries,
		section: v.optional(Key),
		after: v.optional(Key),
		from: v.optional(v.string())
	}),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { section, after, from }, draft) {
		const form = await formOfDraft(context, draft);
		const drafts = (await listDrafts(context.db)).filter(({ id }) => id !== draft.id);
		const other = drafts.find(({ slug }) => slug === from);
		return {
			slug: draft.slug,
			name: draft.content.name,
			form,
			call: { content: draft.content, zone: draft.zone },
			section: sectionFor(form, section, after),
			after: after ?? null,
			others: drafts.map(({ slug, content }) => ({ slug, name: content.name })),
			other: other
				? { slug: other.slug, name: other.content.name, form: await formOfDraft(context, other) }
				: null
		};
	}
});

/** The one that was asked for, the one in which the other question stands, or the last. */
function sectionFor(form: StoredForm, section: string | undefined, after: string | undefined): string | null {
	const holds = ({ pages }: StoredForm['sections'][number]) =>
		pages.some(({ questions }) => questions.some(({ key }) => key === after));
	const found = form.sections.find(({ key }) => key === section) ?? form.sections.find(holds);
	return (found ?? form.sections.at(-1))?.key ?? null;
}
