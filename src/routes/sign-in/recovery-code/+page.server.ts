import { redirect } from '@sveltejs/kit';
import { giveRecoveryCode } from '#server/identity';
import { onwardFrom, raisingAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const onward = onwardFrom(url);
	if (locals.actor.kind !== 'person') redirect(303, localizeHref('/sign-in'));
	if (!locals.session?.owesFactor) redirect(303, localizeHref(onward));
	return { next: `?next=${encodeURIComponent(onward)}` };
};

export const actions = { default: raisingAction(giveRecoveryCode) };
