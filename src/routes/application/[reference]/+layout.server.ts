import { redirect } from '@sveltejs/kit';
import { readReference } from '#areas/programmes';
import { localizeHref } from '#words/addresses';
import type { LayoutServerLoad } from './$types';

/** Whoever has not opened the application is asked for its code, whether there is such an application or not. */
export const load: LayoutServerLoad = ({ locals, params, request, url }) => {
	const reference = readReference(params.reference);
	if (request.method === 'GET' && reference && reference !== params.reference)
		redirect(307, localizeHref(`/application/${reference}${url.search}`));
	return { opened: locals.actor.kind === 'applicant', reference: reference ?? params.reference };
};
