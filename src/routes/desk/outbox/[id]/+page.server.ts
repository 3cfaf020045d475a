import { holdLetter, markBounced, releaseLetter, sendAgain, showLetter } from '#server/mail';
import { formAction, page } from '#server/web';

export const load = page(showLetter);

const back = (_: unknown, { params }: { params: Partial<Record<string, string>> }) =>
	`/desk/outbox/${params['id']}`;

export const actions = {
	hold: formAction(holdLetter, back),
	release: formAction(releaseLetter, back),
	again: formAction(sendAgain, back),
	bounced: formAction(markBounced, back)
};
