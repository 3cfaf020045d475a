import {
	acceptLead,
	askToLead,
	giveLead,
	offerLead,
	refuseHandOver,
	showHandOver,
	takeBackHandOver
} from '#areas/programmes/server';
import { formAction, heldPage, tries, type Fields } from '#server/web';
import type { RequestEvent } from '@sveltejs/kit';
import { opened } from '../../opened.ts';

export const load = heldPage(showHandOver);

const slowDown = tries('ask-for-link', (_, { params }) => params['reference']);

/** For what writes a letter to somebody. */
async function guard(fields: Fields, event: RequestEvent): Promise<void> {
	await opened(fields, event);
	await slowDown(fields, event);
}

const here = ({ reference }: { reference: string }) => `/application/${reference}/lead?done`;
const home = ({ reference }: { reference: string }) => `/application/${reference}`;

export const actions = {
	offer: formAction(offerLead, here, { guard }),
	ask: formAction(askToLead, here, { guard }),
	back: formAction(takeBackHandOver, here, { guard: opened }),
	refuse: formAction(refuseHandOver, here, { guard: opened }),
	accept: formAction(acceptLead, home, { guard: opened }),
	give: formAction(giveLead, home, { guard: opened })
};
