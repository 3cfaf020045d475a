import { beginExpression, showCall } from '#areas/programmes/server';
import { formAction, keepOpen, page, tries, type Fields } from '#server/web';

export const load = page(showCall);

export const actions = {
	default: formAction(
		beginExpression,
		(begun, event) => {
			keepOpen(event, begun);
			return `/application/${begun.reference}/return-code?begun`;
		},
		{ shape: answersIn, guard: tries('begin-application') }
	)
};

/** "must-0", "must-1" …: one answer for each thing that the call asks for. */
function answersIn(fields: Fields) {
	const met: unknown[] = [];
	for (let n = 0; n < 20; n += 1) met.push(fields[`must-${n}`]);
	return { met, anyway: fields['anyway'] };
}
