import { endAnswering, showMore } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showMore);

export const actions = {
	default: formAction(endAnswering, ({ reference }) => `/application/${reference}/more`, { guard: opened })
};
