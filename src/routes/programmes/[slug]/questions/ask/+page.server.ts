import { askQuestion, showAskingAbout } from '#areas/programmes/server';
import { formAction, page, tries } from '#server/web';

export const load = page(showAskingAbout);

export const actions = {
	default: formAction(askQuestion, ({ slug }) => `/programmes/${slug}/questions/ask?asked`, {
		guard: tries('ask-question')
	})
};
