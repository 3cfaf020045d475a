import {
	acceptOffer,
	declineOffer,
	joinLandscape,
	leaveLandscape,
	showOutcome
} from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showOutcome);

const back = ({ reference }: { reference: string }) => `/application/${reference}/decision`;

export const actions = {
	accept: formAction(acceptOffer, back, { guard: opened }),
	decline: formAction(declineOffer, back, { guard: opened }),
	join: formAction(joinLandscape, back, { guard: opened }),
	leave: formAction(leaveLandscape, back, { guard: opened })
};
