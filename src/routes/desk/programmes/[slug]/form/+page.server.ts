import {
	addSection,
	arrangeForm,
	putBack,
	setFindingAside,
	showBuilder,
	takeFindingUp
} from '#areas/programmes/server';
import { formAction, page, type Fields } from '#server/web';

export const load = page(showBuilder, { from: 'both' });

const home = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/form`;
const finding = (fields: Fields) => ({ ...fields, question: fields['finding'] });
export const actions = {
	arrange: formAction(arrangeForm, ({ slug, anchor }) => `/desk/programmes/${slug}/form#${anchor}`),
	addSection: formAction(addSection, ({ slug, key }) => `/desk/programmes/${slug}/form#section-${key}`),
	putBack: formAction(putBack, home),
	aside: formAction(setFindingAside, home, { shape: finding }),
	takeUp: formAction(takeFindingUp, home, { shape: finding })
};
