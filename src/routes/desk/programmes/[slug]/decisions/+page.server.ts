import { listUninvited } from '#areas/campaigns/server';
import { decideAsChosen, declineTheRest, listCallDecisions, writeReasons } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const show = page(listCallDecisions);
const uninvited = page(listUninvited);

export const load: PageServerLoad = async (event) => ({
	...(await show(event)),
	uninvited: (await uninvited(event)).view
});

const back = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/decisions`;

export const actions = {
	chosen: formAction(decideAsChosen, back),
	rest: formAction(declineTheRest, back),
	reasons: formAction(writeReasons, back)
};
