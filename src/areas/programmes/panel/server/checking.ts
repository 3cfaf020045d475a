import { useCase, staff, type Context } from '#server/use-case';
import { sentIn } from '../../server/expression-reading.ts';
import { signed } from '../../server/signed.ts';
import { CheckEligibility } from '../panel.schema.ts';
import { saveCheck } from './checking.sql.ts';
import { suggestForExpression } from './known.ts';

/** Staff say whether an application is one that the call asked for. Ties are looked for in it before anybody reads it. */
export const checkEligibility = useCase('programmes.checkEligibility', {
	input: CheckEligibility,
	on: (context: Context, input) => sentIn(context, input),
	may: staff,
	async run(context, { slug, reference, verdict, why }, { expression }) {
		const { by, at } = signed(context);
		const isEligible = verdict === 'eligible';
		await suggestForExpression(context, expression);
		await saveCheck(context.db, {
			expression: expression.id,
			isEligible,
			why: why || null,
			checkedAt: at,
			checkedBy: by
		});
		await context.record('eligibility.checked', { id: expression.id, call: expression.call, verdict });
		return { slug, reference };
	}
});
