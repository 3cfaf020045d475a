import { findForm } from '#areas/forms/server';
import type { Context } from '#server/use-case';
import type { Draft } from '../../server/call-desk.sql.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { formOf } from '../../form/server/reading.ts';
import { datedAs } from '../../form/server/beginning.ts';
import { inSetting } from '../../form/setting.ts';
import { starterForm } from '../../starter-form.ts';
import { choicesNamed, choicesOf, namesChoices, type Choice } from '../choices.ts';
import { saidOf } from '../terms.ts';

/** What can be chosen by, as the form stands that is being written. */
export async function choicesOfDraft(context: Context, draft: Draft): Promise<Choice[]> {
	const own = draft.form ? await findForm(context, draft.form) : undefined;
	return choicesOf(inSetting(own?.content ?? starterForm(draft), { ...datedAs(draft), arrangers: [] }));
}

/** The questions that a published call's terms name, for saying them. A call that names none asks the database nothing. */
export async function choicesSaid(context: Context, call: StandingCall): Promise<Choice[]> {
	const terms = saidOf(call.content);
	if (!namesChoices(terms)) return [];
	return choicesNamed(terms, choicesOf(await formOf(context, call)));
}
