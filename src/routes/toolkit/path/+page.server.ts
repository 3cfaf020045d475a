import { showPath } from '#areas/toolkit/server';
import { page } from '#server/web';
import { getLocale } from '#words/addresses';

const also = () => ({ locale: getLocale() });
export const load = page(showPath, { from: 'nothing', also, forAll: true });
