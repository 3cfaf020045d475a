import { showCall } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showCall, { forAll: true });
