import { declareConflict, readForPanel } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(readForPanel);

export const actions = { conflict: formAction(declareConflict, ({ slug }) => `/panel/${slug}`) };
