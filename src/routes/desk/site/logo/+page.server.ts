import { removeLogo, setLogo, showSettings } from '#areas/site/server';
import { formAction, page } from '#server/web';
import { hostChanged } from '../../../host.ts';

export const load = page(showSettings, { from: 'nothing' });

const back = () => (hostChanged(), '/desk/site');
export const actions = {
	set: formAction(setLogo, back),
	remove: formAction(removeLogo, back)
};
