import { writtenTime } from '#areas/programmes';
import {
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
	withdraw: formAction(withdrawInterview, back),
	note: formAction(writeInterviewNote, back)
};
