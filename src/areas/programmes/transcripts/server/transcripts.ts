import type * as v from 'valibot';
import { Problem } from '#shared/problem';
import { recordings } from '#shared/file-kinds';
import { filesOf, type FileView } from '#server/files';
import { staff, useCase, type Context } from '#server/use-case';
import { keepCard } from '../../caseload/server/cards.ts';
import { ownerOf } from '../../server/expression-files.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { expressionFor, type AnswerView } from '../../server/expression-views.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import { readerOf, readWhole } from '../../server/whole.ts';
import { ByRecording, WriteTranscript } from '../transcript.schema.ts';
import { deleteTranscript, saveTranscript } from './transcript.sql.ts';

export type TranscriptView = {
	slug: string;
	reference: string;
	question: string;
	label: string;
	zone: string;
	kept: NonNullable<AnswerView['file']>;
	file: FileView | null;
	/** Null: nobody wrote one. */
	transcript: AnswerView['transcript'] | null;
	edition: number;
};

/** Staff see a recording with what somebody wrote down of it. Whoever may not see the recording sees neither. */
export const showTranscript = useCase('programmes.showTranscript', {
	input: ByRecording,
	on: recordingIn,
	may: staff,
	async run(context, { slug, question }, { expression, answer, edition }): Promise<TranscriptView> {
		const files = await filesOf(context, ownerOf({ expression }));
		return {
			slug,
			reference: expression.reference!,
			question,
			label: answer.label,
			zone: answer.zone,
			kept: answer.file!,
			file: files.find(({ id }) => id === answer.file!.file) ?? null,
			transcript: answer.transcript ?? null,
			edition
		};
	}
});

/** Staff write down what is said or signed in a recording, change it, or take it away by leaving nothing. */
export const writeTranscript = useCase('programmes.writeTranscript', {
	input: WriteTranscript,
	async on(context, input) {
		const found = await recordingIn(context, input);
		if (!found) return undefined;
		await lockExpression(context.db, found.expression.id);
		return recordingIn(context, input);
	},
	may: staff,
	async run(context, { slug, question, words, edition }, { expression, answer, edition: now }) {
		if (edition !== now) throw new Problem('transcript-edited-meanwhile');
		const { id, call } = expression;
		const row = { expression: id, question, file: answer.file!.file, words, ...signed(context) };
		await (words ? saveTranscript(context.db, row) : deleteTranscript(context.db, id, question));
		await keepCard(context, id);
		await context.record('transcript.written', { id, call });
		return { slug, reference: expression.reference! };
	}
});

type Found = {
	expression: ExpressionRow;
	answer: AnswerView & { zone: string };
	/** 0: there is none yet. */
	edition: number;
};

/** The recording in the view of whoever asks; what they are not shown there is not there. */
async function recordingIn(
	context: Context,
	{ slug, reference, question }: v.InferOutput<typeof ByRecording>
): Promise<Found | undefined> {
	const found = await sentIn(context, { slug, reference });
	if (!found) return undefined;
	const { expression } = found;
	const whole = await readWhole(context, expression);
	const view = expressionFor(await readerOf(context, expression), whole, context.now);
	const answers = view.sections.flatMap((section) => section.answers);
	const answer = answers.find(({ key, file }) => key === question && file && isRecording(file.kind));
	if (!answer) return undefined;
	const kept = whole.transcripts[question];
	const edition = kept?.file === answer.file!.file ? kept.edition : 0;
	return { expression, answer: { ...answer, zone: view.call.zone }, edition };
}

function isRecording(kind: string): boolean {
	return (recordings as readonly string[]).includes(kind);
}
