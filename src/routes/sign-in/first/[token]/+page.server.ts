import { becomeFirstAdministrator } from '#server/identity';
import { browserOf, formAction, keepSession, tries } from '#server/web';
import { getLocale } from '#words/addresses';

export const actions = {
	default: formAction(
		becomeFirstAdministrator,
		(opened, event) => {
			keepSession(event, opened);
			return '/sign-in/set-up?next=/desk';
		},
		{
			shape: (fields, event) => ({ ...fields, ...browserOf(event), locale: getLocale() }),
			guard: tries('use-link')
		}
	)
};
