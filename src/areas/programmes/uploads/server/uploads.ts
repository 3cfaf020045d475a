import { questionsOf, type KeptFile, type Medium } from '#areas/forms';
import { abandonUpload as giveUp, addPiece, beginUpload as begin, finishUpload as finish, uploadOf } from '#server/files'; // prettier-ignore
import { useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { sentenceOf } from '#words/problems';
import { holdCall } from '../../server/call.sql.ts';
import { allowedIn, forget, limitsOf, ownerOf, type FileQuestion } from '../../server/expression-files.ts';
import { holding } from '../../server/expression-policy.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { keep } from '../../server/keep-answer.ts';
import { mustTakeChanges } from '../../server/save-answers.ts';
import { settle } from '../../server/settle.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { mustBeTheirs } from '../../together/server/pages.ts';
import { whoMayEditOrTypist } from '../../together/server/policy.ts';
import { AddPiece, BeginUpload, ByUpload, FinishUpload } from '../upload.schema.ts';

/** A file for one question that will come in pieces; the same file, begun before, goes on where it was. */
export const beginUpload = useCase('programmes.beginUpload', {
	input: BeginUpload,
	on: holding,
	may: whoMayEditOrTypist,
	async run(context, { question: key, name, size, medium, fingerprint }, { expression, person }) {
		const whole = await readWhole(context, expression);
		mustTakeChanges(whole.call, expression, context.now);
		const question = fileQuestion(whole, key);
		mustBeTheirs(person, whole, [question]);
		const limits = limitsOf(question);
		const owner = ownerOf(whole);
		return begin(context, { owner, place: key, name, size, medium, fingerprint, limits });
	}
});

/** How far it is. Asked before each piece too, so that nobody's bytes are taken in who may not bring them. */
export const showUpload = useCase('programmes.showUpload', {
	input: ByUpload,
	on: holding,
	may: whoMayEditOrTypist,
	run: (context, { upload }, held) => uploadOf(context, ownerOf(held), upload)
});

export const addUploadPiece = useCase('programmes.addUploadPiece', {
	input: AddPiece,
	on: holding,
	may: whoMayEditOrTypist,
	run: (context, { upload, at, piece }, held) => addPiece(context, ownerOf(held), upload, { ...piece, at })
});

export type Finished = { name: string; bytes: number; version: number } | { sentence: string };

/** Put together, looked at, and kept as the answer, in place of the file before. What is wrong with it is a sentence. */
export const finishUpload = useCase('programmes.finishUpload', {
	input: FinishUpload,
	on: holding,
	may: whoMayEditOrTypist,
	async run(context, { upload: id, hash }, { expression, person }): Promise<Finished> {
		const before = await readWhole(context, expression);
		mustTakeChanges(before.call, expression, context.now);
		const { place } = await uploadOf(context, ownerOf(before), id);
		const question = fileQuestion(before, place);
		mustBeTheirs(person, before, [question]);
		const [allowed, limits] = [allowedIn(question), limitsOf(question)];
		// The long part comes first: nobody waits for it who saves something else.
		const end = await finish(context, { owner: ownerOf(before), id, allowed, limits, hash });
		if ('refused' in end) return { sentence: sentenceOf(end.refused.code, end.refused.details) };
		const { id: file, name, kind, size: bytes } = end.file;
		const medium = end.upload.medium as Medium | null;
		return keepAs(context, expression, question, { file, name, kind, bytes, ...(medium ? { medium } : {}) });
	}
});

async function keepAs(context: Context, { id }: ExpressionRow, question: FileQuestion, file: KeptFile) {
	const expression = await lockExpression(context.db, id);
	const call = (await holdCall(context.db, expression.call))!;
	mustTakeChanges(call, expression, context.now);
	const whole = await readWhole(context, expression, call);
	await forget(context, whole, whole.answers[question.key]?.typed ?? null);
	const answer = await keep(context, whole, question, file);
	await settle(context, whole, { ...whole.answers, [question.key]: answer });
	return { name: file.name, bytes: file.bytes, version: answer.version };
}

/** Gives it up: what came of it is deleted. */
export const abandonUpload = useCase('programmes.abandonUpload', {
	input: ByUpload,
	on: holding,
	may: whoMayEditOrTypist,
	run: (context, { upload }, held) => giveUp(context, ownerOf(held), upload)
});

/** A question that takes no file is answered like one that nobody asks. */
function fileQuestion({ form }: Whole, key: string): FileQuestion {
	const question = questionsOf(form).find((one) => one.key === key);
	if (question?.kind !== 'recording' && question?.kind !== 'file') throw new Problem('not-found');
	return question;
}
