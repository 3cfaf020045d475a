import { readExpression, writeNote } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(readExpression, { from: 'both' });

export const actions = {
	note: formAction(
		writeNote,
		({ slug, reference, id }, { url }) =>
			`/desk/programmes/${slug}/expressions/${reference}${narrowing(url)}#note-${id}`
	)
};

/** The filters stay in the address; the name of the action does not. */
function narrowing({ searchParams }: URL): string {
	const query = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
	return query.size ? `?${query.toString()}` : '';
}
