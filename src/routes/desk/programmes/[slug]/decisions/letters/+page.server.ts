import { showLetterWords, writeLetterWords } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showLetterWords, { from: 'both' });

export const actions = {
	default: formAction(
		writeLetterWords,
		({ slug, kind }) => `/desk/programmes/${slug}/decisions/letters?kind=${kind}`
	)
};
