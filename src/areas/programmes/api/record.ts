import type * as v from 'valibot';
import type { ExpressionView } from '../server/expression-views.ts';
import type { NoteView } from '../server/note-views.ts';
import type { ExpressionRecord, NoteRecord } from './record.schema.ts';

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
