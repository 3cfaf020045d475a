import { showLandscape } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showLandscape, { from: 'nothing', forAll: true });
