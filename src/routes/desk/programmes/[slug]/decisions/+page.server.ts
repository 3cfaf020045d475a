import { decideAsChosen, declineTheRest, listCallDecisions, writeReasons } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listCallDecisions);

const back = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/decisions`;

export const actions = {
	chosen: formAction(decideAsChosen, back),
	rest: formAction(declineTheRest, back),
	reasons: formAction(writeReasons, back)
};
