import { createProgramme, listProgrammes } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listProgrammes, { from: 'nothing' });

export const actions = { default: formAction(createProgramme, ({ slug }) => `/desk/programmes/${slug}`) };
