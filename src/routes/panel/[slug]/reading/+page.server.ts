import { chaseReader, resolveFlag, showOversight, stopReading } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showOversight);

const back = ({ slug }: { slug: string }) => `/panel/${slug}/reading`;

export const actions = {
	remind: formAction(chaseReader, back),
	stop: formAction(stopReading, back),
	resolve: formAction(resolveFlag, back)
};
