import { Problem, Unusable } from '#shared/problem';
import * as v from 'valibot';
import { staff, useCase } from '#server/use-case';
import { keepCard } from '../caseload/server/cards.ts';
import { InCall } from '../expression-desk.schema.ts';
import { ByReference, SureOf } from '../expression.schema.ts';
import { dayOfPurge } from '../expression.ts';
import { othersOn, sayFarewell } from '../together/server/farewell.ts';
import { erase } from './erasing.ts';
import { holder, holding } from './expression-policy.ts';
import { expressionFor } from './expression-views.ts';
import { insertWithdrawal, lockExpression } from './expression.sql.ts';
import { typedUpIn } from './sending.ts';
import { asApplicant, readWhole } from './whole.ts';

/** What withdrawing and deleting would do, with the dates, and who else writes it. */
export const showLeaving = useCase('programmes.showLeaving', {
	input: ByReference,
	on: holding,
	may: holder,
	async run(context, _, { expression }) {
		const view = expressionFor(asApplicant(context), await readWhole(context, expression), context.now);
		const others = (await othersOn(context, expression.id)).map(({ name }) => name);
		return { expression: view, purgedOn: dayOfPurge(context.now, view.call.zone), others };
	}
});

/** An applicant takes back what they sent: at once nobody else sees it, and on the day stated it is deleted. */
export const withdrawExpression = useCase('programmes.withdrawExpression', {
	input: SureOf,
	on: holding,
	may: holder,
	async run(context, { sure }, { expression: { id } }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const expression = await lockExpression(context.db, id);
		const reference = expression.reference!;
		if (!expression.submittedAt) throw new Problem('expression-not-sent');
		if (await insertWithdrawal(context.db, id, context.now)) {
			await keepCard(context, id);
			await sayFarewell(context, expression, 'co-withdrawn');
			await context.record('expression.withdrawn', { id, call: expression.call });
		}
		return { reference };
	}
});

/**
 * Whoever wrote on paper or called may have no way in of their own: staff take it back when they ask, as themselves.
 * What an applicant sent by themselves stays theirs alone to take back.
 */
export const withdrawFromPaper = useCase('programmes.withdrawFromPaper', {
	input: v.object({ ...InCall.entries, ...SureOf.entries }),
	on: typedUpIn,
	may: staff,
	async run(context, { sure, slug }, { expression: { id } }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const { call } = await lockExpression(context.db, id);
		if (await insertWithdrawal(context.db, id, context.now)) {
			await keepCard(context, id);
			await context.record('expression.withdrawn', { id, call });
		}
		return { slug };
	}
});

/** An applicant has everything deleted now: a draft, or what they sent. It cannot be taken back. */
export const eraseExpression = useCase('programmes.eraseExpression', {
	input: SureOf,
	on: holding,
	may: holder,
	async run(context, { sure }, { expression }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const { id, call, erasedAt } = await lockExpression(context.db, expression.id);
		if (!erasedAt) {
			await sayFarewell(context, { id, call }, 'co-erased');
			await erase(context, { id, call }, 'asked');
		}
		return { reference: expression.reference! };
	}
});
