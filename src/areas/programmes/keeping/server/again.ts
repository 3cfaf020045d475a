import * as v from 'valibot';
import { nothing, ourselves, useCase } from '#server/use-case';
import { findExpressionById } from '../../server/expression.sql.ts';
import { ErasedOne } from '../erased-list.ts';
import { eraseAll, type ToErase } from './erasing-run.ts';
import { listHusks } from './erasing-run.sql.ts';

/** After an old back-up was restored: what had been deleted since is deleted again, and does not come back to anybody. */
export const eraseAgain = useCase('programmes.eraseAgain', {
	input: v.object({ erased: v.array(ErasedOne) }),
	on: nothing,
	may: ourselves,
	async run(context, { erased }) {
		const wanted = new Map(erased.map(({ expression, why }) => [expression, why]));
		const back: ToErase[] = [];
		for (const [id, why] of wanted) {
			const expression = await findExpressionById(context.db, id);
			if (expression && !expression.erasedAt) back.push({ expression, why });
		}
		await eraseAll(context, back, { why: 'restored', by: null });
		return { erased: back.length };
	}
});

/** What was deleted, as ids: to keep beside back-ups. */
export const listErased = useCase('programmes.listErased', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	run: ({ db }) => listHusks(db)
});
