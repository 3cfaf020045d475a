import { showDraws } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showDraws, { forAll: true });
