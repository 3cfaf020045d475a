import { chooseSlot, declineInterview, showInterview } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showInterview, { from: 'both' });

const back = ({ reference }: { reference: string }) => `/application/${reference}/interview`;

export const actions = {
	choose: formAction(chooseSlot, back, { guard: opened }),
	decline: formAction(declineInterview, back, { guard: opened })
};
