import {
	checkEligibility,
	pinConflictOf,
	redactAnswer,
	showRedacting,
	undoRedaction
} from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showRedacting);

const panel = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/panel`;
const here = ({ slug, reference }: { slug: string; reference: string }) =>
	`/desk/programmes/${slug}/expressions/${reference}/panel`;

export const actions = {
	check: formAction(checkEligibility, panel),
	redact: formAction(redactAnswer, here),
	undo: formAction(undoRedaction, here),
	pin: formAction(pinConflictOf, panel)
};
