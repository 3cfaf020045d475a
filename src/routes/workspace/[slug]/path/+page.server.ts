import { showCanvas } from '#areas/boards/server';
import { showPath } from '#areas/toolkit/server';
import { page } from '#server/web';
import { getLocale } from '#words/addresses';
import type { PageServerLoad } from './$types';

const canvas = page(showCanvas);
const path = page(showPath, { from: 'nothing', also: () => ({ locale: getLocale() }) });

export const load: PageServerLoad = async (event) => ({
	campaign: (await canvas(event)).view,
	...(await path(event))
});
