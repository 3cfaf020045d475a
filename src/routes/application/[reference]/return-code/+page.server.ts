import { addReturnCode, renewReturnCode, sendReturnLink, showReturnCode } from '#areas/programmes/server';
import { answerAction, formAction, heldPage, keepOpen, tokenOf, tries } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showReturnCode, { also: (event) => ({ token: tokenOf(event) }) });

const slowDown = tries('ask-for-link', ({ email }) => email);

export const actions = {
	send: formAction(sendReturnLink, ({ reference }) => `/application/${reference}/return-code?sent`, {
		guard: async (fields, event) => {
			await opened(fields, event);
			await slowDown(fields, event);
		}
	}),
	add: answerAction(addReturnCode, { guard: opened }),
	renew: formAction(
		renewReturnCode,
		(renewed, event) => {
			keepOpen(event, renewed);
			return `/application/${renewed.reference}/return-code?renewed`;
		},
		{ guard: opened }
	)
};
