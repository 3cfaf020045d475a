import { saveWords, showSettings } from '#areas/site/server';
import { formAction, nested, page } from '#server/web';
import { hostChanged } from '../../../host.ts';

export const load = page(showSettings, { from: 'nothing' });

export const actions = {
	default: formAction(saveWords, () => (hostChanged(), '/desk/site'), { shape: nested })
};
