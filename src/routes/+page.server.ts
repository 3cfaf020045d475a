import { showHome } from '#areas/site/server';
import { page } from '#server/web';
import { getLocale } from '#words/addresses';

export const load = page(showHome, { from: 'nothing', also: () => ({ locale: getLocale() }) });
