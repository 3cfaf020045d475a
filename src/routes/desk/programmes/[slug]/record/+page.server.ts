import { showRecord } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showRecord, { from: 'both' });
