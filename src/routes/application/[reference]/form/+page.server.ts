import { goOverToNewForm, showNewForm, stayWithForm } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showNewForm);

const home = ({ reference }: { reference: string }) => `/application/${reference}`;

export const actions = {
	stay: formAction(stayWithForm, home, { guard: opened }),
	go: formAction(goOverToNewForm, home, { guard: opened })
};
