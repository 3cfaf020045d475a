import { listCalls } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(listCalls, { from: 'nothing', forAll: true });
