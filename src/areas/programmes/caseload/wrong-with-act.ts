import * as m from '#words';
import { cameBack, type Refusal } from '#words/came-back';

const sentences: Record<string, () => string> = {
	reference: m.caseload_none_ticked,
	act: m.caseload_act_missing
};

/** A list that came back, since it was not clear what to do to which: with everything ticked and chosen still there. */
export function wrongWithAct(form: Partial<Refusal> | null) {
	const given = (name: string) => [form?.typed?.[name] ?? []].flat();
	const saved = cameBack(form?.typed?.['query'] === undefined ? null : form, {
		name: m.caseload_saved_name()
	});
	const errors = Object.entries(sentences).flatMap(([field, text]) =>
		form?.fields?.[field] ? [{ field: field === 'act' ? 'act' : 'which', text: text(), of: field }] : []
	);
	return {
		errors: errors.length
			? errors
			: saved.errors.length || !form?.sentence
				? saved.errors
				: [{ text: form.sentence }],
		error: (field: string) => errors.find(({ of }) => of === field)?.text,
		ticked: given('reference'),
		typed: { act: given('act')[0] ?? '', which: given('which')[0] ?? '' }
	};
}
