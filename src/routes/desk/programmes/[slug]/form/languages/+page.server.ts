import { setFormLanguages, showTitles, translateTitles } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showTitles);

const here = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/form/languages`;
export const actions = {
	choose: formAction(setFormLanguages, here),
	translate: formAction(translateTitles, here, { shape: nested })
};
