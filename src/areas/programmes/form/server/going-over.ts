import * as v from 'valibot';
import { Problem } from '#shared/problem';
import { changesBetween, changeSentence, questionsOf, say, type Form } from '#areas/forms';
import { useCase, type Context } from '#server/use-case';
import { mayChange, stateOf } from '../../expression.ts';
import { ByReference } from '../../expression.schema.ts';
import { findCall, holdCall, type StandingCall } from '../../server/call.sql.ts';
import { holderOrTypist, holding } from '../../server/expression-policy.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { mustTakeChanges } from '../../server/save-answers.ts';
import { settle } from '../../server/settle.ts';
import { tellOnce, wasTold } from '../../server/told.sql.ts';
import { readWhole } from '../../server/whole.ts';
import { setVersion } from './going-over.sql.ts';
import { currentVersion, formOf, formOfVersion } from './reading.ts';

export type NewFormView = {
	reference: string;
	programme: string;
	/** The form that is shown: whoever chooses says which one they saw. */
	version: string;
	/** What changed since the version of this draft, in words. */
	changes: string[];
	/** What each question that changed said then and says now. Null: not asked. */
	rows: { then: string | null; now: string | null; sentences: string[] }[];
};

const ChooseForm = v.object({
	...ByReference.entries,
	version: v.pipe(v.string('missing'), v.uuid('missing'))
});

/** What changed in the form since an application was begun: for a draft, and only while there is something newer. */
export const showNewForm = useCase('programmes.showNewForm', {
	input: ByReference,
	on: withNewForm,
	may: holderOrTypist,
	async run(context, _, { expression, call }): Promise<NewFormView> {
		const version = (await currentVersion(context, call))!.id;
		const before = await formOfVersion(context, call, expression.formVersion);
		const after = await formOfVersion(context, call, version);
		const rows = rowsOf(before, after);
		const changes = rows.flatMap(({ sentences }) => sentences);
		return { reference: expression.reference!, programme: call.content.name, version, changes, rows };
	}
});

/**
 * Whoever has a draft may go over to the form as it is now. Answers stay under their questions, and what was written to
 * a question that is gone stays theirs. Nobody has to; what was sent stays as it was sent.
 */
export const goOverToNewForm = useCase('programmes.goOverToNewForm', {
	input: ChooseForm,
	on: withNewForm,
	may: holderOrTypist,
	async run(context, { version: seen }, { expression: { id } }) {
		const expression = await lockExpression(context.db, id);
		const call = (await holdCall(context.db, expression.call))!;
		mustTakeChanges(call, expression, context.now);
		const version = (await currentVersion(context, call))!;
		if (expression.submittedAt || expression.formVersion === version.id)
			return { reference: expression.reference! };
		mustHaveSeen(version, seen);
		await setVersion(context.db, id, version.id);
		const whole = await readWhole(context, { ...expression, formVersion: version.id }, call);
		await settle(context, whole, whole.answers);
		await context.record('expression.went-over', { id, call: call.id, version: version.id });
		return { reference: expression.reference! };
	}
});

/** They go on with what they began with, and are not asked again until the form changes once more. */
export const stayWithForm = useCase('programmes.stayWithForm', {
	input: ChooseForm,
	on: withNewForm,
	may: holderOrTypist,
	async run(context, { version: seen }, { expression, call }) {
		const { db, now } = context;
		const version = (await currentVersion(context, call))!;
		mustHaveSeen(version, seen);
		const { publishedAt } = version;
		await tellOnce(db, { expression: expression.id, what: stays, about: publishedAt, at: now });
		return { reference: expression.reference! };
	}
});

const stays = 'stays';

/** Nobody chooses a form that they were not shown: one that came meanwhile is shown first. */
function mustHaveSeen({ id }: { id: string }, seen: string): void {
	if (id !== seen) throw new Problem('form-changed-again');
}

/** A draft of an older version, whose writer has not chosen yet. */
export async function hasNewForm(
	context: Context,
	call: StandingCall,
	expression: ExpressionRow
): Promise<boolean> {
	if (!mayChange(call, expression, context.now) || stateOf(expression) !== 'draft') return false;
	const version = await currentVersion(context, call);
	if (!version || version.id === expression.formVersion) return false;
	return !(await wasTold(context.db, { expression: expression.id, what: stays, about: version.publishedAt }));
}

function rowsOf(before: Form, after: Form): NewFormView['rows'] {
	const changes = Map.groupBy(changesBetween(before, after), ({ question }) => question);
	const saidIn = (form: Form, key: string) => {
		const question = questionsOf(form).find((one) => one.key === key);
		return question ? say(question.label) : null;
	};
	return [...changes].map(([key, all]) => ({
		then: saidIn(before, key),
		now: saidIn(after, key),
		sentences: all.map((change) => changeSentence(change))
	}));
}

/** Sentences in the reader's language; none where the application has the newest form already. */
export async function changesFor(
	context: Context,
	call: StandingCall,
	{ formVersion }: Pick<ExpressionRow, 'formVersion'>
): Promise<string[]> {
	if ((await currentVersion(context, call))?.id === formVersion) return [];
	const changes = changesBetween(
		await formOfVersion(context, call, formVersion),
		await formOf(context, call)
	);
	return changes.map((change) => changeSentence(change));
}

async function withNewForm(context: Context, input: { reference: string }) {
	const held = await holding(context, input);
	if (!held || stateOf(held.expression) !== 'draft') return undefined;
	const call = (await findCall(context.db, held.expression.call))!;
	const version = await currentVersion(context, call);
	return version && version.id !== held.expression.formVersion ? { ...held, call } : undefined;
}
