import { marksIn } from '#areas/programmes';
import {
	abstain,
	cannotRead,
	declareConflict,
	dropAside,
	raiseFlag,
	saveReview,
	showReview
} from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showReview);

const here = ({ slug, reference }: { slug: string; reference: string }) =>
	`/panel/${slug}/review/${reference}`;
const list = ({ slug }: { slug: string }) => `/panel/${slug}/reviews`;
const onward = ({ slug, next }: { slug: string; next: string | null }) =>
	next ? here({ slug, reference: next }) : list({ slug });

export const actions = {
	save: formAction(
		saveReview,
		(saved) => (saved.isAside || saved.stays ? `${here(saved)}#yours` : onward(saved)),
		{ shape: (fields) => ({ ...fields, marks: marksIn(fields) }) }
	),
	abstain: formAction(abstain, onward),
	cannot: formAction(cannotRead, list),
	flag: formAction(raiseFlag, here),
	drop: formAction(dropAside, (asked) => `${here(asked)}#yours`),
	conflict: formAction(declareConflict, list)
};
