import { holdKind, releaseKind, showOutbox } from '#server/mail';
import { formAction, page } from '#server/web';

export const load = page(showOutbox, { from: 'query' });

export const actions = {
	hold: formAction(holdKind, () => '/desk/outbox'),
	release: formAction(releaseKind, () => '/desk/outbox')
};
