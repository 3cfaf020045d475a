import {
	chaseReader,
	chooseReader,
	resolveFlag,
	shareOut,
	showReadingDesk,
	stopReading
} from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showReadingDesk);

const back = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/reading`;

export const actions = {
	share: formAction(shareOut, back),
	choose: formAction(chooseReader, back),
	remind: formAction(chaseReader, back),
	stop: formAction(stopReading, back),
	resolve: formAction(resolveFlag, back)
};
