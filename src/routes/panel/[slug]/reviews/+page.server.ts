import { cannotReadMore, showOwnReadings } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showOwnReadings);

export const actions = { cannot: formAction(cannotReadMore, ({ slug }) => `/panel/${slug}/reviews`) };
