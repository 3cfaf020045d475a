import { redirect } from '@sveltejs/kit';
import { leaveDevice } from '#areas/programmes/server';
import { forgetOpen, formAction, tokenOf } from '#server/web';
import { localizeHref } from '#words/addresses';
import { opened } from '../../opened.ts';

/** There is nothing to read here: the button that closes the application posts to this address. */
export const load = ({ params }) => redirect(303, localizeHref(`/application/${params.reference}`));

export const actions = {
	default: formAction(
		leaveDevice,
		(_, event) => {
			forgetOpen(event, event.params['reference']!);
			return '/return?left';
		},
		{ shape: (_, event) => ({ token: tokenOf(event) }), guard: opened }
	)
};
