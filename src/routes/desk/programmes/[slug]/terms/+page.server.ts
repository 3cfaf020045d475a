import { putBackTerms, reviseTerms, showTerms } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showTerms);

const save = { shape: nested };
const stay = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/terms`;
export const actions = {
	save: formAction(reviseTerms, ({ slug }) => `/desk/programmes/${slug}`, save),
	more: formAction(reviseTerms, stay, save),
	putBack: formAction(putBackTerms, stay)
};
