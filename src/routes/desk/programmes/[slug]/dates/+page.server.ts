import { writtenDates } from '#areas/programmes';
import { moveDates, setDates, showDraft } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showDraft);

const home = ({ slug }: { slug: string }) => `/desk/programmes/${slug}`;
export const actions = {
	set: formAction(setDates, home, { shape: writtenDates }),
	move: formAction(moveDates, home, { shape: writtenDates })
};
