import { redirect } from '@sveltejs/kit';
import { addPasskey, beginApp, showFactors } from '#server/identity';
import { formAction, onwardByCodes, onwardFrom, page, raisingAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

const factors = page(showFactors, { from: 'nothing' });

export const load: PageServerLoad = async (event) => {
	if (event.locals.actor.kind !== 'person') redirect(303, localizeHref('/sign-in'));
	const { view } = await factors(event);
	const next = `?next=${encodeURIComponent(onwardFrom(event.url))}`;
	if (view.any && event.locals.session?.owesFactor)
		redirect(303, localizeHref(`/sign-in/second-factor${next}`));
	return { view, next };
};

export const actions = {
	passkey: raisingAction(addPasskey, onwardByCodes),
	app: formAction(beginApp, (_, { url }) => `/sign-in/set-up/app?next=${encodeURIComponent(onwardFrom(url))}`)
};
