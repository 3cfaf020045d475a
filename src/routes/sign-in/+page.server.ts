import { redirect } from '@sveltejs/kit';
import { requestSignIn } from '#server/identity';
import { formAction, tries } from '#server/web';
import { getLocale, localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor.kind === 'person') redirect(303, localizeHref('/account'));
	return { onward: url.searchParams.get('next') ?? '' };
};

export const actions = {
	default: formAction(requestSignIn, () => '/sign-in/sent', {
		shape: (fields) => ({ ...fields, locale: getLocale() }),
		guard: tries('ask-for-link', ({ email }) => email)
	})
};
