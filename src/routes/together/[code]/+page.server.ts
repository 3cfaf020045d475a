import {
	acceptInvitationToHelp,
	declineInvitationToHelp,
	showInvitationToHelp
} from '#areas/programmes/server';
import { formAction, keepOpen, page, tries } from '#server/web';

const guard = tries('use-link');

export const load = page(showInvitationToHelp, { guard: (event) => guard({}, event) });

export const actions = {
	accept: formAction(
		acceptInvitationToHelp,
		(opened, event) => {
			keepOpen(event, opened);
			return `/application/${opened.reference}`;
		},
		{ guard }
	),
	decline: formAction(declineInvitationToHelp, () => '/together/declined', { guard })
};
