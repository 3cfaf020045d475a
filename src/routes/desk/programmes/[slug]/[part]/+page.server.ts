import { reviseCall, showDraft } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showDraft);

const save = { shape: nested };
export const actions = {
	save: formAction(reviseCall, ({ slug }) => `/desk/programmes/${slug}`, save),
	more: formAction(reviseCall, ({ slug }, { params }) => `/desk/programmes/${slug}/${params['part']}`, save)
};
