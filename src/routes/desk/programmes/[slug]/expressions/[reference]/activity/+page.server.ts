import { showActivityOf } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showActivityOf, { from: 'both' });
