import {
	changeCoApplicant,
	inviteAgain,
	inviteCoApplicant,
	leaveTogether,
	showMeAs,
	showPeople,
	takeOffCoApplicant
} from '#areas/programmes/server';
import { forgetOpen, formAction, heldPage, tries, type Fields } from '#server/web';
import type { RequestEvent } from '@sveltejs/kit';
import { opened } from '../../opened.ts';

export const load = heldPage(showPeople);

const slowDown = tries('ask-for-link', ({ email }) => email);

async function guard(fields: Fields, event: RequestEvent): Promise<void> {
	await opened(fields, event);
	await slowDown(fields, event);
}

const here =
	(after: string) =>
	({ reference }: { reference: string }) =>
		`/application/${reference}/people?${after}`;

export const actions = {
	invite: formAction(inviteCoApplicant, here('invited'), { guard }),
	again: formAction(inviteAgain, here('again'), { guard }),
	change: formAction(changeCoApplicant, here('done'), { guard: opened }),
	off: formAction(takeOffCoApplicant, here('done'), { guard: opened }),
	as: formAction(showMeAs, here('done'), { guard: opened }),
	leave: formAction(
		leaveTogether,
		({ reference }, event) => {
			forgetOpen(event, reference);
			return '/together/left';
		},
		{ guard: opened }
	)
};
