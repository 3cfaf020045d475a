import { redirect } from '@sveltejs/kit';
import { deleteOwnComment, writeComment } from '#areas/programmes/server';
import { formAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import { opened } from '../../opened.ts';
import type { PageServerLoad } from './$types';

/** Comments stand beside the answers. Here is only what could not be kept, with its words, so that none are lost. */
export const load: PageServerLoad = ({ params, request }) => {
	if (request.method !== 'POST') redirect(303, localizeHref(`/application/${params.reference}`));
	return { reference: params.reference };
};

const back = ({ reference, page }: { reference: string; page: string }) =>
	`/application/${reference}/answer/${page}`;

export const actions = {
	add: formAction(writeComment, back, { guard: opened }),
	delete: formAction(deleteOwnComment, back, { guard: opened })
};
