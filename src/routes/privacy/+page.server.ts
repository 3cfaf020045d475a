import { showPrivacy } from '#areas/site/server';
import { page } from '#server/web';
import { getLocale } from '#words/addresses';

export const load = page(showPrivacy, { from: 'nothing', also: () => ({ locale: getLocale() }) });
