import { askEquality, checkAnswers } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(checkAnswers);

/** The equality questions are shown once, on a way of their own; whoever has seen them goes straight on. */
export const actions = {
	default: formAction(
		askEquality,
		({ reference, ballot }) =>
			ballot ? `/application/${reference}/equality?ballot=${ballot}` : `/application/${reference}/send`,
		{ guard: opened }
	)
};
