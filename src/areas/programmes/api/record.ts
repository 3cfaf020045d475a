import type * as v from 'valibot';
import { answersShape, type StoredForm } from '#areas/forms';
import { inSetting, type Setting } from '../form/index.ts';
import type { ExpressionView } from '../server/expression-views.ts';
import type { NoteView } from '../server/note-views.ts';
import type { ExpressionRecord, FormLines, FormRecord, NoteRecord } from './record.schema.ts';

export function expressionRecord(view: ExpressionView): v.InferInput<typeof ExpressionRecord> {
	const { id, reference, call, enteredFrom, submittedAt, eligibility, sections } = view;
	return {
		id,
		reference,
		programme: call.slug,
		way: enteredFrom ?? 'web',
		sent_at: submittedAt!.toISOString(),
		zone: call.zone,
		eligibility,
		answers: sections.flatMap(({ answers }) =>
			answers.map(({ key, label, text }) => ({ question: key, label, text }))
		)
	};
}

export function noteRecord(note: NoteView): v.InferInput<typeof NoteRecord> {
	const { id, words, who, writtenAt, changedAt } = note;
	return {
		id,
		words,
		who,
		written_at: writtenAt.toISOString(),
		changed_at: changedAt?.toISOString() ?? null
	};
}

type Published = { number: number; publishedAt: Date };

export function formLines(lines: readonly Published[], next: string | null): v.InferInput<typeof FormLines> {
	return {
		forms: lines.map(({ number, publishedAt }) => ({ number, published_at: publishedAt.toISOString() })),
		next
	};
}

type FormView = Published & { slug: string; form: StoredForm; setting: Setting };

export function formRecord({
	slug,
	number,
	publishedAt,
	form,
	setting
}: FormView): v.InferInput<typeof FormRecord> {
	return {
		programme: slug,
		number,
		published_at: publishedAt.toISOString(),
		form,
		answers: answersShape(inSetting(form, setting), form.main)
	};
}
