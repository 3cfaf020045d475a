import { changeNote, deleteNote, showNote } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showNote);

const home = ({ slug, reference, id }: { slug: string; reference: string; id: string }) =>
	`/desk/programmes/${slug}/expressions/${reference}#note-${id}`;
export const actions = { save: formAction(changeNote, home), delete: formAction(deleteNote, home) };
