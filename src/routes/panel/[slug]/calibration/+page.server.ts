import { showCalibration } from '#areas/programmes/server';
import { page } from '#server/web';

export const load = page(showCalibration);
