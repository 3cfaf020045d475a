import { redirect } from '@sveltejs/kit';
import { addApp, showBegunApp } from '#server/identity';
import { onwardByCodes, onwardFrom, page, raisingAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

const begun = page(showBegunApp, { from: 'nothing' });

export const load: PageServerLoad = async (event) => {
	const next = `?next=${encodeURIComponent(onwardFrom(event.url))}`;
	if (event.locals.actor.kind !== 'person') redirect(303, localizeHref('/sign-in'));
	const { view } = await begun(event);
	if (!view) redirect(303, localizeHref(`/sign-in/set-up${next}`));
	return { view, next };
};

export const actions = { default: raisingAction(addApp, onwardByCodes) };
