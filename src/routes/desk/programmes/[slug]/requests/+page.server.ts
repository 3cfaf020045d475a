import { fulfilRequest, refuseRequest, showRequests } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showRequests);

const here = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/requests`;
export const actions = { fulfil: formAction(fulfilRequest, here), refuse: formAction(refuseRequest, here) };
