import { makeRecoveryCodes, showFactors } from '#server/identity';
import { answerAction, onwardFrom, page } from '#server/web';
import type { PageServerLoad } from './$types';

const factors = page(showFactors, { from: 'nothing' });

export const load: PageServerLoad = async (event) => ({
	...(await factors(event)),
	onward: onwardFrom(event.url)
});

/** Shown in the answer itself, since they can be read nowhere afterwards. */
export const actions = { default: answerAction(makeRecoveryCodes) };
