import { goOn, showGoingOn } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showGoingOn);

export const actions = { default: formAction(goOn, ({ slug }) => `/panel/${slug}`) };
