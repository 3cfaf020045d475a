import { chooseRhythm, showRhythm } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showRhythm, { from: 'nothing' });

export const actions = { default: formAction(chooseRhythm, () => '/desk/summary?saved=yes') };
