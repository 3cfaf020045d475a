import { redirect } from '@sveltejs/kit';
import { deleteOwnComment, writeComment } from '#areas/programmes/server';
import { formAction } from '#server/web';
import { localizeHref } from '#words/addresses';
import { opened } from '../../opened.ts';
import type { PageServerLoad } from './$types';

/** There is nothing to read here: comments stand beside the answers, and their forms post to this address. */
export const load: PageServerLoad = ({ params }) =>
	redirect(303, localizeHref(`/application/${params.reference}`));

const back = ({ reference, page }: { reference: string; page: string }) =>
	`/application/${reference}/answer/${page}`;

export const actions = {
	add: formAction(writeComment, back, { guard: opened }),
	delete: formAction(deleteOwnComment, back, { guard: opened })
};
