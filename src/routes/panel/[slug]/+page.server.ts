import { answerSeat, showPanelRoom } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showPanelRoom);

export const actions = { answer: formAction(answerSeat, ({ slug }) => `/panel/${slug}`) };
