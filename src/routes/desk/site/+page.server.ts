import { showSettings } from '#areas/site/server';
import { page } from '#server/web';

export const load = page(showSettings, { from: 'nothing' });
