import { makeTag, showTags } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showTags);

export const actions = { default: formAction(makeTag, ({ slug }) => `/desk/programmes/${slug}/tags`) };
