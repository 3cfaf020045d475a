import { listActivities } from '#areas/toolkit/server';
import { page } from '#server/web';
import { getLocale } from '#words/addresses';

const also = () => ({ locale: getLocale() });
export const load = page(listActivities, { from: 'query', also, forAll: true });
