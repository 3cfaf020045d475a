import {
	addReturnCode,
	goOnWithLink,
	renewReturnCode,
	sendReturnLink,
	showReturnCode
} from '#areas/programmes/server';
import { answerAction, formAction, heldPage, keepOpen, tokenOf, tries, type Fields } from '#server/web';
import type { RequestEvent } from '@sveltejs/kit';
import { opened } from '../../opened.ts';

export const load = heldPage(showReturnCode, { also: (event) => ({ token: tokenOf(event) }) });

const slowDown = tries('ask-for-link', ({ email }) => email);

async function guard(fields: Fields, event: RequestEvent): Promise<void> {
	await opened(fields, event);
	if (fields['email']) await slowDown(fields, event);
}

export const actions = {
	on: formAction(
		goOnWithLink,
		({ reference, email }) => `/application/${reference}${email ? '?mailed' : ''}`,
		{ guard }
	),
	send: formAction(sendReturnLink, ({ reference }) => `/application/${reference}/return-code?sent`, {
		guard
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
