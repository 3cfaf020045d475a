import { every, nothing, ourselves, staff, useCase, type Context } from '#server/use-case';
import * as v from 'valibot';
import { keepingOf } from '../call-keep.ts';
import { endingOf, stateOf, type Ending, type ExpressionState } from '../expression.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import { deleteOldBallots } from './equality.sql.ts';
import { erase } from './erasing.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { listKept } from './told.sql.ts';

type Due = Ending & { expression: ExpressionRow; call: StandingCall };

/** Deletes what had its time: drafts never sent, what was withdrawn, and what was kept as long as we said. */
export const eraseDue = useCase('programmes.eraseDue', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		await deleteOldBallots(context.db, context.now);
		const due = (await endings(context)).filter(({ at }) => at <= context.now);
		for (const { expression, why } of due) await erase(context, expression, why);
		return { erased: due.length };
	}
});

/** When each thing that is kept will be deleted. A draft has no reference here: staff know only that it is there. */
export type EndingView = {
	at: Date;
	why: Ending['why'];
	state: ExpressionState;
	call: string;
	reference: string | null;
};

/** Staff see what will be deleted, and when, before it happens. Nothing is deleted by looking. */
export const listEndings = useCase('programmes.listEndings', {
	input: v.object({}),
	on: nothing,
	may: staff,
	run: async (context) => (await endings(context)).map(asView)
});

every('17 * * * *', async function eraseWhatHadItsTime(context) {
	await eraseDue.within(context, {});
});

async function endings({ db }: Context): Promise<Due[]> {
	const calls = new Map<string, StandingCall>();
	const due: Due[] = [];
	for (const expression of await listKept(db)) {
		const call = calls.get(expression.call) ?? (await findCall(db, expression.call))!;
		calls.set(expression.call, call);
		const ending = endingOf(call, expression, keepingOf(call.content));
		if (ending) due.push({ ...ending, expression, call });
	}
	return due.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function asView({ at, why, expression, call }: Due): EndingView {
	const state = stateOf(expression);
	return {
		at,
		why,
		state,
		call: call.content.name,
		reference: state === 'sent' ? expression.reference : null
	};
}
