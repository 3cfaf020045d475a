import { redirect } from '@sveltejs/kit';
import { requestSignIn, signInWithPasskey } from '#server/identity';
import { browserOf, formAction, keepSession, onwardFrom, originOf, tries } from '#server/web';
import { getLocale, localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor.kind === 'person') redirect(303, localizeHref('/account'));
	return { onward: onwardFrom(url, ''), search: `?next=${encodeURIComponent(onwardFrom(url))}` };
};

export const actions = {
	link: formAction(requestSignIn, () => '/sign-in/sent', {
		shape: (fields) => ({ ...fields, locale: getLocale() }),
		guard: tries('ask-for-link', ({ email }) => email)
	}),
	passkey: formAction(
		signInWithPasskey,
		(opened, event) => {
			keepSession(event, opened);
			return { address: onwardFrom(event.url), language: opened.language };
		},
		{
			shape: (fields, event) => ({ ...fields, ...browserOf(event), ...originOf(event) }),
			guard: tries('use-passkey')
		}
	)
};
