import { showReceipt } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showReceipt);
