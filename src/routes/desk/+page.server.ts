import { showDesk } from '#areas/site/server';
import { page } from '#server/web';

export const load = page(showDesk, { from: 'nothing' });
