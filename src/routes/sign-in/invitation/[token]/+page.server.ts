import { acceptInvitation, showInvitation } from '#server/identity';
import { browserOf, formAction, keepSession, page, tries } from '#server/web';
import { getLocale } from '#words/addresses';

export const load = page(showInvitation);

/** Looking accepts nothing: only the button does. */
export const actions = {
	default: formAction(
		acceptInvitation,
		(opened, event) => {
			keepSession(event, opened);
			return '/sign-in/second-factor?next=/desk';
		},
		{
			shape: (fields, event) => ({ ...fields, ...browserOf(event), locale: getLocale() }),
			guard: tries('use-link')
		}
	)
};
