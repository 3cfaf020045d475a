import { showApplication } from '#areas/programmes/server';
import { heldPage } from '#server/web';

export const load = heldPage(showApplication);
