import * as m from '#words';
import type { Giveaway } from './questions.ts';
import type { QuestionForStaff } from './server/views.ts';

export const giveawayNames: Record<Giveaway, () => string> = {
	address: m.sorting_gives_address,
	telephone: m.sorting_gives_telephone,
	reference: m.sorting_gives_reference,
	group: m.sorting_gives_group
};

export const endNames: Record<NonNullable<QuestionForStaff['ended']>['how'], () => string> = {
	'for-all': m.sorting_question_for_all,
	private: m.sorting_question_private,
	'set-aside': m.sorting_question_aside
};
