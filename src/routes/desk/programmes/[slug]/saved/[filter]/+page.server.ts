import { changeFilter, deleteFilter, showFilter } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showFilter);

const list = ({ slug, query = '' }: { slug: string; query?: string }) =>
	`/desk/programmes/${slug}/expressions${query}`;

export const actions = { save: formAction(changeFilter, list), delete: formAction(deleteFilter, list) };
