import { changeTag, deleteTag, showTag } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showTag);

const all = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/tags`;

export const actions = { save: formAction(changeTag, all), delete: formAction(deleteTag, all) };
