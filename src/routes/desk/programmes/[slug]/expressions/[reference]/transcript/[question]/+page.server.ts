import { showTranscript, writeTranscript } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showTranscript);

export const actions = {
	default: formAction(
		writeTranscript,
		({ slug, reference }) => `/desk/programmes/${slug}/expressions/${reference}`
	)
};
