import { recordBounce } from '#server/mail';
import { formAction, page } from '#server/web';
import { showOutbox } from '#server/mail';

/** Whoever may not see the outbox sees no form either. */
export const load = page(showOutbox, { from: 'nothing' });

export const actions = { default: formAction(recordBounce, ({ id }) => `/desk/outbox/${id}`) };
