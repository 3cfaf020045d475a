import { showBoard, showCanvas, showPointers } from '#areas/boards/server';
import { page } from '#server/web';
import type { PageServerLoad } from './$types';

const from = { from: 'both' } as const;
const show = page(showBoard, from);
const pointers = page(showPointers, from);
const canvas = page(showCanvas, from);

export const load: PageServerLoad = async (event) => ({
	...(await show(event)),
	pointers: (await pointers(event)).view,
	canvas: (await canvas(event)).view
});
