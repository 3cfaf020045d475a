import { lettersForStaff } from '#server/mail';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { stateOf } from '../../expression.ts';
import { InCall } from '../../expression-desk.schema.ts';
import { ownerOf } from '../../server/expression-files.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { expressionFor } from '../../server/expression-views.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { readNotes } from '../../server/notes.ts';
import { signed } from '../../server/signed.ts';
import { readerOf, readWhole } from '../../server/whole.ts';
import { EraseEarly } from '../early.schema.ts';
import { eraseAll } from './erasing-run.ts';
import { programmeLead } from './policy.ts';

export type EarlyView = {
	slug: string;
	reference: string;
	/** What would go: of what this reader sees. Access needs go as well, and are not counted. */
	goes: { answers: number; files: number; notes: number; letters: number };
	/** Leads alone delete; colleagues see what it would be. */
	mayErase: boolean;
};

/** Staff see what would be deleted, before it is. Nothing is deleted by looking. */
export const showEarlyErasing = useCase('programmes.showEarlyErasing', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression: row }): Promise<EarlyView> {
		const { actor, now } = context;
		const whole = await readWhole(context, row);
		const { sections, reference } = expressionFor(await readerOf(context, row), whole, now, 'many');
		const answers = sections.flatMap((section) => section.answers).filter(({ text }) => text.length);
		const notes = await readNotes.within(context, { slug, reference });
		const owner = ownerOf(whole);
		return {
			slug,
			reference,
			goes: {
				answers: answers.length,
				files: answers.filter(({ file }) => file).length,
				notes: notes.filter(({ words }) => words !== null).length,
				letters: (await lettersForStaff(context, owner)).length
			},
			mayErase: programmeLead(actor)
		};
	}
});

/** A lead deletes one before its time, with a reason that stays on the receipt. */
export const eraseEarly = useCase('programmes.eraseEarly', {
	input: EraseEarly,
	on: sentIn,
	may: programmeLead,
	async run(context, { slug, reason }, { expression: { id } }) {
		const expression = await lockExpression(context.db, id);
		if (stateOf(expression) !== 'sent' || expression.erasedAt) throw new Problem('not-found');
		const run = { why: 'early' as const, by: signed(context).by, reason };
		const receipt = await eraseAll(context, [{ expression, why: 'early' }], run);
		return { slug, receipt: receipt! };
	}
});
