import { writtenTime } from '#areas/programmes';
import {
	bookInterview,
	inviteToInterview,
	showInterviewOf,
	withdrawInterview,
	writeInterviewNote
} from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showInterviewOf);

const back = ({ slug, reference }: { slug: string; reference: string }) =>
	`/desk/programmes/${slug}/expressions/${reference}/interview`;

export const actions = {
	invite: formAction(inviteToInterview, back, {
		shape: (fields) => ({ ...fields, until: writtenTime(fields, 'until') })
	}),
	book: formAction(bookInterview, back),
	withdraw: formAction(withdrawInterview, back),
	note: formAction(writeInterviewNote, back)
};
