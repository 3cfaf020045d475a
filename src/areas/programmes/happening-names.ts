import * as m from '#words';

const names: Record<string, () => string> = {
	'expression.begun': m.apply_happened_begun,
	'expression.typed-up': m.apply_happened_typed_up,
	'expression.taken-over': m.paper_happened_taken_over,
	'expression.submitted': m.apply_happened_submitted,
	'expression.withdrawn': m.apply_happened_withdrawn,
	'expression.extended': m.apply_happened_extended,
	'expression.more-asked': m.asking_happened_asked,
	'expression.more-moved': m.asking_happened_moved,
	'expression.more-withdrawn': m.asking_happened_withdrawn,
	'expression.more-ended': m.asking_happened_ended,
	'expression.answers-deleted': m.form_happened_answers_deleted,
	'expression.went-over': m.form_happened_went_over,
	'expression.handed-over': m.together_happened_handed_over,
	'expression.merged': m.asking_happened_merged,
	'expression.unmerged': m.asking_happened_unmerged,
	'expression.code-renewed': m.apply_happened_code_renewed
};

/** What happened to an application, in words. What other areas record of it keeps its own name. */
export function happeningName(event: string): string {
	return names[event]?.() ?? event;
}
