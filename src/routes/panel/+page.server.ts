import { listPanels } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(listPanels, { from: 'nothing' });
