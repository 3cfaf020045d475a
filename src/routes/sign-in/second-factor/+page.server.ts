import { redirect } from '@sveltejs/kit';
import { giveAppCode, givePasskey, showFactors } from '#server/identity';
import { onwardFrom, page, raisingAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

const factors = page(showFactors, { from: 'nothing' });

export const load: PageServerLoad = async (event) => {
	const { actor, session } = event.locals;
	const onward = onwardFrom(event.url);
	if (actor.kind !== 'person') redirect(303, localizeHref('/sign-in'));
	if (!session?.owesFactor) redirect(303, localizeHref(onward));
	const { view } = await factors(event);
	const next = `?next=${encodeURIComponent(onward)}`;
	if (!view.any) redirect(303, localizeHref(`/sign-in/set-up${next}`));
	return { view, next };
};

export const actions = { app: raisingAction(giveAppCode), passkey: raisingAction(givePasskey) };
