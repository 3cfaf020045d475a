import { writtenTime } from '#areas/programmes';
import { showLetterWords, tellOfDelay } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showLetterWords, { also: () => ({ kind: 'late' }) });

export const actions = {
	default: formAction(tellOfDelay, ({ slug }) => `/desk/programmes/${slug}/decisions`, {
		shape: (fields) => ({ ...fields, day: writtenTime(fields, 'day') })
	})
};
