import { closeOffer, sayFull, showClosing } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showClosing);

const back = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/decisions/full`;

export const actions = { close: formAction(closeOffer, back), full: formAction(sayFull, back) };
