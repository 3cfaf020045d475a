import { putBackEarlier, showEarlierTexts } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../../opened.ts';

export const load = heldPage(showEarlierTexts);

export const actions = {
	default: formAction(putBackEarlier, ({ reference, page }) => `/application/${reference}/answer/${page}`, {
		guard: opened
	})
};
